/** Reads of flows, receipts and collected amounts. */
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { anagrafiche, deposito } from "./base.ts";
import { rendicontazioni } from "./letture-contabili.ts";
import { posizioni } from "./posizioni.ts";

export { rendicontazioni };
export const porteRendicontazioni = { anagrafiche, registro: new ArchivioRegistro(deposito), posizioni, rendicontazioni };
