/** Operations of the API Backoffice, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { addAzioneAbbonamento, findAbbonamenti, findConsegneAbbonamento, getAbbonamento, saveAbbonamento } from "./abbonamenti.ts";
import {
  addSecondoFattore,
  beginLoginOidc,
  completeLoginOidc,
  confirmSecondoFattore,
  findMetodiLogin,
  getLogout,
  login,
  logout,
  removeSecondoFattore,
  resetSecondoFattore,
  updateProfilo,
} from "./accessi.ts";
import { findAllineamenti, findVerificheGpd, getAllineamento, ripetiAllineamento } from "./allineamenti.ts";
import { addApplicazione, findApplicazioni, getApplicazione, updateApplicazione } from "./applicazioni.ts";
import { decidiApprovazione, findApprovazioni, getApprovazione } from "./approvazioni.ts";
import { getAttivazione } from "./attivazione.ts";
import { getAllegato, getAvvisiDocumento, getAvviso } from "./avvisi.ts";
import { addCambioIban, findCambiIban, getAnteprimaCambio, getCambioIban, interrompiCambioIban } from "./cambi-iban.ts";
import { getCatalogoServizi } from "./catalogo-servizi.ts";
import { cancellaDatiCittadino, getDatiCittadino } from "./cittadini.ts";
import { addConfigurazione, getConfigurazioni, updateConfigurazione } from "./configurazioni.ts";
import { getAnteprimaConservazione, getConservazione, updateConservazione } from "./conservazione.ts";
import { addContiAccredito, findContiAccredito, getContiAccredito } from "./conti-accredito.ts";
import { findControlli, findPendenzeConto } from "./controlli.ts";
import { findDomini, getDominio, getLogoDominio } from "./domini.ts";
import { addDominio } from "./domini-scrittura.ts";
import { addEntrata, addEntrataDominio, findEntrate, findEntrateDominio, getEntrata, getEntrataDominio } from "./entrate.ts";
import { findEnumerazioniServiziACL, findEnumerazioniVersioneConnettore } from "./enumerazioni.ts";
import { addEsportazione, getEsportazione } from "./esportazioni.ts";
import { findEventi, getEvento } from "./eventi.ts";
import {
  findFlussiRendicontazione,
  getFlussoRendicontazione,
  getFlussoRendicontazioneByData,
  getFlussoRendicontazioneDominio,
} from "./flussi-rendicontazione.ts";
import { addIncasso, findIncassi, getIncasso } from "./incassi.ts";
import { getInfo } from "./info.ts";
import { addImportazioneAnagrafica, getEsitiImportazione, getEsportazioneAnagrafica, getImportazioneAnagrafica } from "./installazione.ts";
import { addIntermediario, findIntermediari, getIntermediario } from "./intermediari.ts";
import { findOperazioni, getOperazione, getStatoOperazione, startOperazione } from "./lavori.ts";
import { findNotifiche, rispedisciNotifica } from "./notifiche.ts";
import { addOperatore, findOperatori, getOperatore, updateOperatore } from "./operatori.ts";
import { findPagamenti, getPagamento, updatePagamento } from "./pagamenti.ts";
import { addCollegamentiPagina, addPaginaPagamento, findPaginePagamento, getPaginaPagamento } from "./pagine-pagamento.ts";
import { risolviAnomalia } from "./pendenze.ts";
import { findPendenze, getPendenza, getPendenzaByAvviso } from "./pendenze-lettura.ts";
import { addPendenza, addPendenzaDaForm, createPendenza, updatePendenza } from "./pendenze-scrittura.ts";
import { getProfilo } from "./profilo.ts";
import { addRicevutaPec, findPromemoria, getPromemoriaPendenza, rispedisciPromemoria } from "./promemoria.ts";
import { findQuadratureRendicontazioni, findQuadratureRiscossioni } from "./quadrature.ts";
import { addRecupero, findRecuperi, getRecupero, updateRecupero } from "./recuperi.ts";
import { findRendicontazioni } from "./rendicontazioni.ts";
import { findEntratePreviste } from "./reportistiche.ts";
import { findRicevute, getRicevuta } from "./ricevute.ts";
import { addRicevuta } from "./ricevute-scrittura.ts";
import { findRiscossioni, getRiscossione } from "./riscossioni.ts";
import { findRpp, getRpp, getRpt, getRt, updateRpp } from "./rpp.ts";
import { addRuolo, findRuoli, getRuolo, updateRuolo } from "./ruoli.ts";
import { findScadenze } from "./scadenze.ts";
import { eliminaScarto, findMessaggiScartati, findScarti, riconsegnaScarti, riconsegnaScarto } from "./scarti.ts";
import { addSegretoApplicazione, findSegretiApplicazione, updateSegretoApplicazione } from "./segreti-applicazione.ts";
import { findSigilli, verificaSigillo } from "./sigilli.ts";
import { findSonde, getSonda, updateSogliaSonda } from "./sonde.ts";
import { getStampaRicevute } from "./stampa-ricevute.ts";
import { getStatistichePendenze, getStatisticheRicevute, getStatisticheRiscossioni } from "./statistiche.ts";
import { addStazione, findStazioni, getStazione } from "./stazioni.ts";
import { getStoriaPendenza } from "./storia.ts";
import {
  addTipoPendenza,
  addTipoPendenzaDominio,
  findTipiPendenza,
  findTipiPendenzaDominio,
  getTipoPendenza,
  getTipoPendenzaDominio,
} from "./tipi-pendenza.ts";
import {
  addCaricamentoTracciato,
  addTracciatoDominio,
  addTracciatoPendenze,
  addTracciatoTipoPendenza,
  findOperazioniTracciato,
  findTracciatiPendenze,
  getEsitoTracciato,
  getRichiestaTracciato,
  getScartiTracciato,
  getStampeTracciato,
  getTracciatoPendenze,
  updateTracciato,
} from "./tracciati.ts";
import { getTracciatoNotificaPagamenti } from "./tracciati-notifica-pagamenti.ts";
import { addUnitaOperativa, findUnitaOperative, getUnitaOperativa } from "./unita-operative.ts";

export const operazioniBackoffice: readonly Operazione[] = [
  findIntermediari,
  addIntermediario,
  getIntermediario,
  findStazioni,
  addStazione,
  getStazione,
  findScadenze,
  findAbbonamenti,
  getAbbonamento,
  saveAbbonamento,
  addAzioneAbbonamento,
  findConsegneAbbonamento,
  findDomini,
  addDominio,
  getDominio,
  getLogoDominio,
  getAttivazione,
  getConservazione,
  updateConservazione,
  getAnteprimaConservazione,
  findUnitaOperative,
  addUnitaOperativa,
  getUnitaOperativa,
  findPaginePagamento,
  addPaginaPagamento,
  getPaginaPagamento,
  addCollegamentiPagina,
  findContiAccredito,
  addContiAccredito,
  getContiAccredito,
  findPendenzeConto,
  findControlli,
  getAnteprimaCambio,
  addCambioIban,
  findCambiIban,
  getCambioIban,
  interrompiCambioIban,
  findApprovazioni,
  getApprovazione,
  decidiApprovazione,
  findEntrateDominio,
  addEntrataDominio,
  getEntrataDominio,
  findTipiPendenzaDominio,
  addTipoPendenzaDominio,
  getTipoPendenzaDominio,
  getCatalogoServizi,
  findTipiPendenza,
  addTipoPendenza,
  getTipoPendenza,
  findEntrate,
  addEntrata,
  getEntrata,
  findApplicazioni,
  addApplicazione,
  getApplicazione,
  findSegretiApplicazione,
  addSegretoApplicazione,
  updateSegretoApplicazione,
  updateApplicazione,
  findOperatori,
  addOperatore,
  getOperatore,
  updateOperatore,
  findRuoli,
  addRuolo,
  getRuolo,
  updateRuolo,
  findPendenze,
  createPendenza,
  addPendenzaDaForm,
  addPendenza,
  getPendenza,
  updatePendenza,
  getPendenzaByAvviso,
  findPagamenti,
  getPagamento,
  updatePagamento,
  getStoriaPendenza,
  risolviAnomalia,
  getAvviso,
  getAvvisiDocumento,
  getAllegato,
  findRpp,
  getRpp,
  updateRpp,
  getRpt,
  getRt,
  getStampaRicevute,
  findRicevute,
  addRicevuta,
  getRicevuta,
  findRecuperi,
  addRecupero,
  getRecupero,
  updateRecupero,
  findAllineamenti,
  getAllineamento,
  ripetiAllineamento,
  findVerificheGpd,
  findRiscossioni,
  getRiscossione,
  findFlussiRendicontazione,
  getFlussoRendicontazione,
  getFlussoRendicontazioneDominio,
  getFlussoRendicontazioneByData,
  findRendicontazioni,
  findIncassi,
  addIncasso,
  getIncasso,
  addTracciatoPendenze,
  findTracciatiPendenze,
  addCaricamentoTracciato,
  getTracciatoPendenze,
  updateTracciato,
  getRichiestaTracciato,
  getEsitoTracciato,
  getScartiTracciato,
  getStampeTracciato,
  findOperazioniTracciato,
  addTracciatoDominio,
  addTracciatoTipoPendenza,
  findPromemoria,
  getPromemoriaPendenza,
  rispedisciPromemoria,
  addRicevutaPec,
  findNotifiche,
  rispedisciNotifica,
  getTracciatoNotificaPagamenti,
  findOperazioni,
  getOperazione,
  startOperazione,
  getStatoOperazione,
  findSonde,
  getSonda,
  updateSogliaSonda,
  findScarti,
  findMessaggiScartati,
  riconsegnaScarti,
  riconsegnaScarto,
  eliminaScarto,
  getEsportazioneAnagrafica,
  addImportazioneAnagrafica,
  getImportazioneAnagrafica,
  getEsitiImportazione,
  getDatiCittadino,
  cancellaDatiCittadino,
  addEsportazione,
  getEsportazione,
  findEntratePreviste,
  findQuadratureRiscossioni,
  findQuadratureRendicontazioni,
  getStatistichePendenze,
  getStatisticheRiscossioni,
  getStatisticheRicevute,
  findEventi,
  findSigilli,
  verificaSigillo,
  getEvento,
  getInfo,
  findEnumerazioniVersioneConnettore,
  findEnumerazioniServiziACL,
  getConfigurazioni,
  addConfigurazione,
  updateConfigurazione,
  getProfilo,
  updateProfilo,
  addSecondoFattore,
  confirmSecondoFattore,
  removeSecondoFattore,
  resetSecondoFattore,
  findMetodiLogin,
  login,
  logout,
  getLogout,
  beginLoginOidc,
  completeLoginOidc,
];
