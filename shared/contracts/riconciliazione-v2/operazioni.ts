/** Operations of the API Riconciliazione v2, in the order of its documentation (reference 1.8). */
import type { Operazione } from "../operation.ts";
import { getAllegato, getProfilo } from "./comuni.ts";
import {
  findFlussiRendicontazione,
  getFlussoRendicontazione,
  getFlussoRendicontazioneByData,
  getFlussoRendicontazioneByNome,
} from "./flussi-rendicontazione.ts";
import { addRiconciliazione, findRiconciliazioni, getRiconciliazione } from "./riconciliazioni.ts";
import { findRiscossioni, getRiscossione } from "./riscossioni.ts";

export const operazioniRiconciliazioneV2: readonly Operazione[] = [
  findFlussiRendicontazione,
  getFlussoRendicontazioneByNome,
  getFlussoRendicontazione,
  getFlussoRendicontazioneByData,
  findRiconciliazioni,
  addRiconciliazione,
  getRiconciliazione,
  findRiscossioni,
  getRiscossione,
  getProfilo,
  getAllegato,
];
