/** Portal API 1.0 of GovPay: what a portal shows to the citizen: its operations, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { getProfilo, login, loginConRedirect, logout, logoutConRedirect } from "./accesso.ts";
import { getCollegamento } from "./collegamenti.ts";
import { getAvviso, getRicevuta } from "./documenti.ts";
import { findPendenze } from "./elenco.ts";
import { findDomini, findTipiPendenza, getDominio, getLogo, getTipoPendenza } from "./enti.ts";
import { getPagina, payPagina } from "./pagine.ts";
import { getPendenza } from "./pendenze.ts";
import { getProva, payProva } from "./prove.ts";
import { addPendenzaDaForm } from "./spontanee.ts";

export const operazioniCittadino: readonly Operazione[] = [
  getProfilo,
  login,
  loginConRedirect,
  logout,
  logoutConRedirect,
  findDomini,
  getDominio,
  getLogo,
  findTipiPendenza,
  getTipoPendenza,
  findPendenze,
  getPendenza,
  getAvviso,
  getRicevuta,
  addPendenzaDaForm,
  getCollegamento,
  getPagina,
  payPagina,
  getProva,
  payProva,
];
