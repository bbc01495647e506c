/** Operations of the API Backoffice, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { findAllineamenti, findVerificheGpd, getAllineamento, ripetiAllineamento } from "./allineamenti.ts";
import { addApplicazione, findApplicazioni, getApplicazione } from "./applicazioni.ts";
import { decidiApprovazione, findApprovazioni, getApprovazione } from "./approvazioni.ts";
import { addCambioIban, findCambiIban, getAnteprimaCambio, getCambioIban, interrompiCambioIban } from "./cambi-iban.ts";
import { getCatalogoServizi } from "./catalogo-servizi.ts";
import { addContiAccredito, findContiAccredito, getContiAccredito } from "./conti-accredito.ts";
import { findControlli, findPendenzeConto } from "./controlli.ts";
import { findDomini, getDominio } from "./domini.ts";
import { addDominio } from "./domini-scrittura.ts";
import { addEntrata, addEntrataDominio, findEntrate, findEntrateDominio, getEntrata, getEntrataDominio } from "./entrate.ts";
import { findEventi, getEvento } from "./eventi.ts";
import { addIntermediario, findIntermediari, getIntermediario } from "./intermediari.ts";
import { addOperatore, findOperatori, getOperatore } from "./operatori.ts";
import { getStoriaPendenza, risolviAnomalia } from "./pendenze.ts";
import { getProfilo } from "./profilo.ts";
import { addRecupero, findRecuperi, getRecupero, updateRecupero } from "./recuperi.ts";
import { findRicevute, getRicevuta } from "./ricevute.ts";
import { addRicevuta } from "./ricevute-scrittura.ts";
import { findScadenze } from "./scadenze.ts";
import { addStazione, findStazioni, getStazione } from "./stazioni.ts";
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
import { addUnitaOperativa, findUnitaOperative, getUnitaOperativa } from "./unita-operative.ts";

export const operazioniBackoffice: readonly Operazione[] = [
  findIntermediari,
  addIntermediario,
  getIntermediario,
  findStazioni,
  addStazione,
  getStazione,
  findScadenze,
  findDomini,
  addDominio,
  getDominio,
  findUnitaOperative,
  addUnitaOperativa,
  getUnitaOperativa,
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
  findOperatori,
  addOperatore,
  getOperatore,
  getStoriaPendenza,
  risolviAnomalia,
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
  findEventi,
  getEvento,
  getProfilo,
];
