/** Retention rules, for who only reads them. */
import { ArchivioConservazioni } from "../../adapters/archivio/conservazioni.ts";
import { deposito } from "./base.ts";

export const conservazioni = new ArchivioConservazioni(deposito);
