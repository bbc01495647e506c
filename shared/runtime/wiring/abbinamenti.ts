/** Reads of what the matching remembers. */
import { ArchivioAbbinamenti } from "../../adapters/archivio/abbinamenti.ts";
import { deposito } from "./base.ts";

export const abbinamenti = new ArchivioAbbinamenti(deposito);
