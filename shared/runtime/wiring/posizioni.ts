/** Reads of debts and payment codes. */
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import { deposito, impronte } from "./base.ts";

export const posizioni = new ArchivioPosizioni(deposito, impronte);
