/** API Pagamento v1, served by the functions of the present version: its operations, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { getAvviso } from "./avvisi.ts";
import { findContiAccredito, findEntrate, getContoAccredito, getEntrata } from "./conti-entrate.ts";
import { findDomini, findUnitaOperative, getDominio, getUnitaOperativa } from "./domini.ts";
import { logout } from "./logout.ts";
import { addPagamento } from "./nuovo-pagamento.ts";
import { findPagamenti, getPagamento, getPagamentoByIdSession } from "./pagamenti.ts";
import { findPendenze, getPendenza } from "./pendenze.ts";
import { getProfilo } from "./profilo.ts";
import { findRpp, getRpp, getRpt, getRt } from "./rpp.ts";

export const operazioniPagamentoV1: readonly Operazione[] = [
  findDomini,
  getDominio,
  findUnitaOperative,
  getUnitaOperativa,
  findContiAccredito,
  getContoAccredito,
  findEntrate,
  getEntrata,
  addPagamento,
  findPagamenti,
  getPagamento,
  getPagamentoByIdSession,
  findPendenze,
  getPendenza,
  findRpp,
  getRpp,
  getRpt,
  getRt,
  getAvviso,
  getProfilo,
  logout,
];
