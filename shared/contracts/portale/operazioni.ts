/** The contract between a front end and the back ends of several parties: its operations, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { findAttesi } from "./attesi.ts";
import { addSpontanea, findEnti, findServizi, getServizio } from "./enti.ts";
import { forwardAvviso, forwardDocumento, forwardPagamento } from "./federazione.ts";
import { addPagamento, findAvviso, getAvviso, getPagamento, getRicevuta } from "./pagamenti.ts";
import { addPosizione, addPosizioni, getAnnunci, updatePosizione } from "./posizioni.ts";
import { getSalute } from "./salute.ts";

export const operazioniPortale: readonly Operazione[] = [
  findEnti,
  findServizi,
  getServizio,
  findAttesi,
  findAvviso,
  addSpontanea,
  addPagamento,
  getPagamento,
  getAvviso,
  getRicevuta,
  addPosizione,
  addPosizioni,
  updatePosizione,
  getAnnunci,
  forwardAvviso,
  forwardPagamento,
  forwardDocumento,
  getSalute,
];
