/** API Pagamento v3, served by the functions of the present version: its operations, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { getAllegato } from "./allegati.ts";
import { logout } from "./logout.ts";
import { findPendenze, getPendenza } from "./pendenze.ts";
import { getProfilo } from "./profilo.ts";
import { findRicevute, getRicevuta } from "./ricevute.ts";

export const operazioniPagamentoV3: readonly Operazione[] = [
  getAllegato,
  findPendenze,
  getPendenza,
  logout,
  getProfilo,
  findRicevute,
  getRicevuta,
];
