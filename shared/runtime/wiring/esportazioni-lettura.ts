/** Exports of lists: to read one. */
import { createEsportazioni } from "../../adapters/archivio/esportazioni.ts";
import { deposito } from "./base.ts";
import { oggetti } from "./oggetti.ts";

export const letturaEsportazioni = { esportazioni: createEsportazioni(deposito), oggetti };
