/** Operations of the API Riconciliazione, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { findAccertamenti } from "./accertamenti.ts";
import { getAllegato } from "./allegati.ts";
import { retryRiconciliazione, undoRiconciliazione } from "./annullamenti.ts";
import { addAzioneAnomalie, findAnomalie, getAnomalia, updateAnomalia } from "./anomalie.ts";
import { findBeneficiari } from "./beneficiari.ts";
import {
  addCaricamento,
  addCaricamentoFirmato,
  findCaricamenti,
  getCaricamento,
  getOriginaleCaricamento,
  getScartiCaricamento,
} from "./caricamenti.ts";
import { decideCausaleSconosciuta, findCausaliSconosciute } from "./causali-sconosciute.ts";
import { findFascicoli, getFascicolo, getLettera, updateFascicolo } from "./fascicoli.ts";
import { findFlussiRendicontazione, getFlussoRendicontazione, getFlussoRendicontazioneByData } from "./flussi-rendicontazione.ts";
import { getImpostazioni, saveImpostazioni } from "./impostazioni.ts";
import { findRiepiloghi, getInstradamento, saveInstradamento, tryInstradamento } from "./instradamenti.ts";
import { findMovimenti, getMovimento } from "./movimenti.ts";
import { addFlussoRendicontazione, getOriginaleFlusso } from "./originali-flussi.ts";
import { addPagamentiNotificati } from "./pagamenti-notificati.ts";
import { getPendenzaByAvviso } from "./pendenze.ts";
import { findProfiliLettura, getProfiloLettura, previewProfiloLettura, saveProfiloLettura } from "./profili-lettura.ts";
import { getProfilo } from "./profilo.ts";
import { addRegola, confirmProposta, findProposte, findRegole, rejectProposta, revokeRegola } from "./proposte.ts";
import { proposeReversali } from "./reversali.ts";
import { findRicevute, getRicevuta } from "./ricevute.ts";
import { addRiconciliazione, findRiconciliazioni, getRiconciliazione } from "./riconciliazioni.ts";
import { findRiscontri } from "./riscontri.ts";
import { findRiscossioni, getRiscossione } from "./riscossioni.ts";
import { analyzeSospeso } from "./sospesi.ts";
import {
  findTracciatiContabili,
  getEsecuzioneTracciato,
  getTracciatoContabile,
  runTracciatoContabile,
  saveTracciatoContabile,
} from "./tracciati-contabili.ts";
import { getVariazioni } from "./variazioni.ts";

export const operazioniRiconciliazione: readonly Operazione[] = [
  getAllegato,
  getPendenzaByAvviso,
  findFlussiRendicontazione,
  getFlussoRendicontazione,
  getFlussoRendicontazioneByData,
  addFlussoRendicontazione,
  getOriginaleFlusso,
  findRicevute,
  getRicevuta,
  findRiscossioni,
  getRiscossione,
  findRiconciliazioni,
  addRiconciliazione,
  getRiconciliazione,
  undoRiconciliazione,
  retryRiconciliazione,
  findRiscontri,
  findProposte,
  confirmProposta,
  rejectProposta,
  findRegole,
  addRegola,
  revokeRegola,
  addPagamentiNotificati,
  getImpostazioni,
  saveImpostazioni,
  findAnomalie,
  getAnomalia,
  updateAnomalia,
  addAzioneAnomalie,
  getInstradamento,
  saveInstradamento,
  tryInstradamento,
  findRiepiloghi,
  findFascicoli,
  getFascicolo,
  getLettera,
  updateFascicolo,
  analyzeSospeso,
  findCausaliSconosciute,
  decideCausaleSconosciuta,
  findCaricamenti,
  addCaricamento,
  addCaricamentoFirmato,
  getCaricamento,
  getScartiCaricamento,
  getOriginaleCaricamento,
  findMovimenti,
  getMovimento,
  findProfiliLettura,
  getProfiloLettura,
  saveProfiloLettura,
  previewProfiloLettura,
  findAccertamenti,
  findBeneficiari,
  proposeReversali,
  findTracciatiContabili,
  getTracciatoContabile,
  saveTracciatoContabile,
  runTracciatoContabile,
  getEsecuzioneTracciato,
  getVariazioni,
  getProfilo,
];
