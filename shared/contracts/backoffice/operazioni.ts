/** Operations of the API Backoffice, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { addApplicazione, findApplicazioni, getApplicazione } from "./applicazioni.ts";
import { addContiAccredito, findContiAccredito, getContiAccredito } from "./conti-accredito.ts";
import { findDomini, getDominio } from "./domini.ts";
import { addDominio } from "./domini-scrittura.ts";
import { addEntrata, addEntrataDominio, findEntrate, findEntrateDominio, getEntrata, getEntrataDominio } from "./entrate.ts";
import { addIntermediario, findIntermediari, getIntermediario } from "./intermediari.ts";
import { addOperatore, findOperatori, getOperatore } from "./operatori.ts";
import { getStoriaPendenza, risolviAnomalia } from "./pendenze.ts";
import { getProfilo } from "./profilo.ts";
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
  findDomini,
  addDominio,
  getDominio,
  findUnitaOperative,
  addUnitaOperativa,
  getUnitaOperativa,
  findContiAccredito,
  addContiAccredito,
  getContiAccredito,
  findEntrateDominio,
  addEntrataDominio,
  getEntrataDominio,
  findTipiPendenzaDominio,
  addTipoPendenzaDominio,
  getTipoPendenzaDominio,
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
  getProfilo,
];
