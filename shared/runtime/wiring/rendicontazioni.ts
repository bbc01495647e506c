/** Reads of flows, receipts and collected amounts. */
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { ArchivioRendicontazioni } from "../../adapters/archivio/rendicontazioni.ts";
import { anagrafiche, deposito } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const rendicontazioni = new ArchivioRendicontazioni(deposito);
export const porteRendicontazioni = { anagrafiche, registro: new ArchivioRegistro(deposito), posizioni, rendicontazioni };
