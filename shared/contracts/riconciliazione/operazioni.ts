/** Operations of the API Riconciliazione, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { findFlussiRendicontazione, getFlussoRendicontazione, getFlussoRendicontazioneByData } from "./flussi-rendicontazione.ts";
import { getProfilo } from "./profilo.ts";
import { findRicevute, getRicevuta } from "./ricevute.ts";
import { addRiconciliazione, findRiconciliazioni, getRiconciliazione } from "./riconciliazioni.ts";
import { findRiscossioni, getRiscossione } from "./riscossioni.ts";

export const operazioniRiconciliazione: readonly Operazione[] = [
  findFlussiRendicontazione,
  getFlussoRendicontazione,
  getFlussoRendicontazioneByData,
  findRicevute,
  getRicevuta,
  findRiscossioni,
  getRiscossione,
  findRiconciliazioni,
  addRiconciliazione,
  getRiconciliazione,
  getProfilo,
];
