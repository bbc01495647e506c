/** Reads one row of a file in any of the layouts, as the machine does. */

import { splitRecord } from "../../shared/domain/tracciati/csv.ts";
import type { ContestoRiga, OperazioneRiga } from "../../shared/domain/tracciati/formati/formato.ts";
import { checkColonne, createLeggiRiga, type ModelloCsv, recognizeDialetto } from "../../shared/domain/tracciati/formati/riconosci.ts";
import { COMUNE } from "./anagrafica.ts";
import { INTESTAZIONI_MYPAY, type OpzioniMypay, rigaMypay } from "./tracciati.ts";

export const CONTESTO: ContestoRiga = { idDominio: COMUNE, idA2A: "GEST-TRIBUTI", oggi: "2026-11-25" };

export const recognize = (intestazione: string, modello?: ModelloCsv) =>
  recognizeDialetto({ testo: intestazione, dopo: intestazione.length }, modello);

/** Reads one row of a file with that header. */
export const leggi = (intestazione: string, riga: string, modello?: ModelloCsv, contesto = CONTESTO) => {
  const dialetto = recognize(intestazione, modello);
  if (!dialetto.ok) return dialetto;
  const lettura = createLeggiRiga(dialetto.valore, modello);
  if (!lettura.ok) return lettura;
  const valori = splitRecord(riga.replace(/\r\n$/, ""), dialetto.valore.separatore);
  if (!valori.ok) return valori;
  const difetto = checkColonne(dialetto.valore, valori.valore.length);
  return difetto === undefined ? lettura.valore(valori.valore, contesto) : { ok: false as const, errore: difetto };
};

export const mypay = (opzioni: OpzioniMypay, n = 1) => leggi(INTESTAZIONI_MYPAY[opzioni.versione ?? "1.3"], rigaMypay(n, opzioni));
export const corpoDi = (esito: { ok: boolean; valore?: OperazioneRiga; errore?: string }) => {
  if (esito.valore?.tipo !== "ADD") throw new Error(`atteso un inserimento: ${esito.errore}`);
  return esito.valore.corpo;
};
