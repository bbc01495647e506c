/** Reads of the treasurers' movements and of the files that told them: store only. */
import { ArchivioTesoreria } from "../../adapters/archivio/tesoreria.ts";
import { deposito } from "./base.ts";

export const tesoreria = new ArchivioTesoreria(deposito);
