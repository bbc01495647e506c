/** Operations of the API Pendenze, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { addAllegato, getAllegato } from "./allegati.ts";
import { getAnnunci } from "./annunci.ts";
import { getAvviso } from "./avvisi.ts";
import { getAvvisiDocumento } from "./documenti.ts";
import { findPendenze } from "./elenco.ts";
import { getPendenza, getPendenzaByAvviso } from "./pendenze.ts";
import { getProfilo } from "./profilo.ts";
import { findRpp, getRpp, getRpt, getRt } from "./rpp.ts";
import { addPendenza, updatePendenza } from "./scrittura.ts";
import { getStampaRicevute } from "./stampa-ricevute.ts";
import { getStoriaPendenza } from "./storia.ts";
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

export const operazioniPendenze: readonly Operazione[] = [
  findPendenze,
  addPendenza,
  updatePendenza,
  getPendenza,
  getPendenzaByAvviso,
  getStoriaPendenza,
  getAvviso,
  getAvvisiDocumento,
  addAllegato,
  getAllegato,
  findRpp,
  getRpp,
  getRpt,
  getRt,
  getStampaRicevute,
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
  getAnnunci,
  getProfilo,
];
