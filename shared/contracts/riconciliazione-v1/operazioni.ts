/** Operations of the API Riconciliazione v1, in the order of its documentation (reference 1.9). */
import type { Operazione } from "../operation.ts";
import { getProfilo } from "./comuni.ts";
import { findFlussiRendicontazione, getFlussoRendicontazione, getFlussoRendicontazioneByData } from "./flussi-rendicontazione.ts";
import { addIncasso, findIncassi, getIncasso } from "./incassi.ts";
import { findRiscossioni, getRiscossione } from "./riscossioni.ts";

export const operazioniRiconciliazioneV1: readonly Operazione[] = [
  findRiscossioni,
  getRiscossione,
  findFlussiRendicontazione,
  getFlussoRendicontazione,
  getFlussoRendicontazioneByData,
  findIncassi,
  addIncasso,
  getIncasso,
  getProfilo,
];
