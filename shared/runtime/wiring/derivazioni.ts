/** What is derived from the stream of the archive. */
import { readCambiamenti } from "../../adapters/archivio/cambiamenti-stream.ts";
import { readVariazioni } from "../../adapters/archivio/variazioni-stream.ts";
import { contatori } from "./contatori.ts";
import { porteVariazioni } from "./variazioni-contabili.ts";

export const derivazioni = { readCambiamenti, contatori, readVariazioni, variazioni: porteVariazioni.variazioni };
