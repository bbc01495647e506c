/** Reads of what classifies the payments without a debt here. */
import { ArchivioPagamentiEsterni } from "../../adapters/archivio/pagamenti-esterni.ts";
import { deposito } from "./base.ts";

export const esterni = new ArchivioPagamentiEsterni(deposito);
