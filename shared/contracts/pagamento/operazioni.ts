/** Operations of the API Pagamento, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { addPagamento, findPagamenti, getPagamento, getPagamentoByIdSession } from "./pagamenti.ts";
import { getProfilo } from "./profilo.ts";

export const operazioniPagamento: readonly Operazione[] = [addPagamento, findPagamenti, getPagamento, getPagamentoByIdSession, getProfilo];
