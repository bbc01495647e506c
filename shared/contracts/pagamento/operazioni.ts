/** Operations of the API Pagamento, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { addPagamento, findPagamenti, getPagamento, getPagamentoByIdSession, returnDaPsp } from "./pagamenti.ts";
import { findPendenze, getAllegato, getAvviso, getPendenza, getPendenzaByAvviso } from "./pendenze.ts";
import { getProfilo } from "./profilo.ts";
import { findRpp, getRpp, getRpt, getRt } from "./rpp.ts";

export const operazioniPagamento: readonly Operazione[] = [
  addPagamento,
  findPagamenti,
  getPagamento,
  getPagamentoByIdSession,
  returnDaPsp,
  findPendenze,
  getPendenza,
  getPendenzaByAvviso,
  getAvviso,
  getAllegato,
  findRpp,
  getRpp,
  getRpt,
  getRt,
  getProfilo,
];
