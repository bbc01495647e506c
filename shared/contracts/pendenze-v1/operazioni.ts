/** Operations of the API Pendenze v1, in the order of its documentation (reference 1.3). */
import type { Operazione } from "../operation.ts";
import { findPendenze, getPendenza } from "./pendenze.ts";
import { getProfilo } from "./profilo.ts";
import { findRpp, getRpp, getRpt, getRt } from "./rpp.ts";
import { addPendenza, updatePendenza } from "./scrittura.ts";

export const operazioniPendenzeV1: readonly Operazione[] = [
  findPendenze,
  addPendenza,
  updatePendenza,
  getPendenza,
  findRpp,
  getRpp,
  getRpt,
  getRt,
  getProfilo,
];
