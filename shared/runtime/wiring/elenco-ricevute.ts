/** The list of receipts alone: without the flows, which a list of receipts does not read. */
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { anagrafiche, deposito } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const porteElencoRicevute = { anagrafiche, registro: new ArchivioRegistro(deposito), posizioni };
