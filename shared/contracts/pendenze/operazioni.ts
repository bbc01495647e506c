/** Operations of the API Pendenze, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { getAvviso } from "./avvisi.ts";
import { addPendenza, findPendenze, getPendenza, getPendenzaByAvviso, updatePendenza } from "./pendenze.ts";
import { getProfilo } from "./profilo.ts";
import { findRpp, getRpp, getRpt, getRt } from "./rpp.ts";

export const operazioniPendenze: readonly Operazione[] = [
  findPendenze,
  addPendenza,
  updatePendenza,
  getPendenza,
  getPendenzaByAvviso,
  getAvviso,
  findRpp,
  getRpp,
  getRpt,
  getRt,
  getProfilo,
];
