/** Operations of the API Pagamento, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { getAllegato } from "./allegati.ts";
import { getAvviso } from "./avvisi.ts";
import { findDomini, findTipiPendenza, findUnitaOperative } from "./domini.ts";
import { logout } from "./logout.ts";
import { addPagamento } from "./nuovo-pagamento.ts";
import { findPagamenti, getPagamento, getPagamentoByIdSession, returnDaPsp } from "./pagamenti.ts";
import { findPendenze, getPendenza, getPendenzaByAvviso } from "./pendenze.ts";
import { getProfilo } from "./profilo.ts";
import { findRicevute, getRicevuta } from "./ricevute.ts";
import { findRpp, getRpp, getRpt, getRt } from "./rpp.ts";
import { addPendenzaDaForm } from "./spontanee.ts";
import { getStampaRicevute } from "./stampa-ricevute.ts";
import { getStoriaPendenza } from "./storia.ts";

export const operazioniPagamento: readonly Operazione[] = [
  addPagamento,
  findPagamenti,
  getPagamento,
  getPagamentoByIdSession,
  returnDaPsp,
  findPendenze,
  getPendenza,
  getStoriaPendenza,
  addPendenzaDaForm,
  getPendenzaByAvviso,
  getAvviso,
  getAllegato,
  findRpp,
  getRpp,
  getRpt,
  getRt,
  findRicevute,
  getRicevuta,
  getStampaRicevute,
  findDomini,
  findTipiPendenza,
  findUnitaOperative,
  getProfilo,
  logout,
];
