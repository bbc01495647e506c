/** What is derived from the stream of the archive. */
import { createAbbonati } from "../../adapters/archivio/abbonamenti.ts";
import { ArchivioAnnunci } from "../../adapters/archivio/annunci.ts";
import { completeAnnunci, readAnnunci } from "../../adapters/archivio/annunci-stream.ts";
import { readCambiamenti } from "../../adapters/archivio/cambiamenti-stream.ts";
import { readVariazioni } from "../../adapters/archivio/variazioni-stream.ts";
import { clock, deposito, ids } from "./base.ts";
import { contatori } from "./contatori.ts";
import { porteVariazioni } from "./variazioni-contabili.ts";

export const derivazioni = {
  ...{ readCambiamenti, contatori, readVariazioni, variazioni: porteVariazioni.variazioni, readAnnunci },
  completeAnnunci: completeAnnunci(deposito),
  annunci: new ArchivioAnnunci({ deposito, clock, ids, abbonati: createAbbonati(deposito, clock) }),
};
