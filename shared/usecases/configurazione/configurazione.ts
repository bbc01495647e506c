/** The configuration of the installation: read whole in one query, and replaced by sections, all together or not at all. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import {
  keepSegreti,
  SEZIONI,
  type SezioneConfigurazione,
  type SezioniRichieste,
  type ValoreSezione,
  type VistaConfigurazione,
} from "../../domain/configurazione/sezioni.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { readEmittenti } from "../../domain/ricevute/bolli.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Certificati } from "../../ports/scadenze.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";
import { checkComune } from "../anagrafiche/ambiti.ts";
import type { PorteLettura } from "../anagrafiche/anagrafica.ts";
import { checkLibero } from "../anagrafiche/check-indirizzi.ts";
import { describeSenzaSegreti } from "../anagrafiche/describe-senza-segreti.ts";
import { isAttesa, type PorteIndirizzi, type PorteScrittura, type Scrivente, writeOver } from "../anagrafiche/save-voce.ts";

const viewOf = (sezioni: readonly SezioneConfigurazione[]): VistaConfigurazione => ({
  sezioni: new Map(sezioni.map(({ sezione, valore }) => [sezione, valore])),
  versione: sezioni.reduce((somma, { versione }) => somma + versione, 0),
});

/** One request. */
export const getConfigurazione =
  ({ registro }: PorteLettura) =>
  async (): Promise<VistaConfigurazione> =>
    viewOf(await registro.list("sezioneConfigurazione"));

/** Every section: those left out go back to their defaults. */
export const completeRichieste = (richieste: SezioniRichieste): SezioniRichieste =>
  Object.fromEntries(SEZIONI.map((nome) => [nome, richieste[nome] ?? {}]));

const TENTATIVI = 4;

export type PorteConfigurazione = PorteScrittura & PorteIndirizzi & { readonly certificati: Pick<Certificati, "ofPem"> };

type Rifiuti = "SINTASSI" | "NON_AUTORIZZATO" | "CONFLITTO" | "PRECONDIZIONE";

const checkEmittenti = ({ certificati }: PorteConfigurazione, valore: ValoreSezione): Esito<void, Rifiuto<"SINTASSI">> => {
  const illeggibile = readEmittenti(valore).findIndex((pem) => !certificati.ofPem(pem).ok);
  return illeggibile < 0
    ? ok(undefined)
    : rifiuto("SINTASSI", `marcheDaBollo.emittenti.${illeggibile}: non è un certificato X.509 leggibile`);
};

/** The entries to write; those that would not change are only checked to be still so. */
const decide = (
  porte: PorteConfigurazione,
  registrate: readonly SezioneConfigurazione[],
  richieste: SezioniRichieste,
): Esito<readonly Modifica[], Rifiuto<"SINTASSI">> => {
  const modifiche: Modifica[] = [];
  for (const nome of SEZIONI) {
    const registrata = registrate.find(({ sezione }) => sezione === nome);
    const richiesta = richieste[nome];
    const valore = richiesta && keepSegreti(richiesta, registrata?.valore);
    if (valore === undefined || JSON.stringify(valore) === JSON.stringify(registrata?.valore ?? {})) {
      if (registrata) modifiche.push({ azione: "verifica", entita: "sezioneConfigurazione", valore: registrata });
      continue;
    }
    const difetto = nome === "marcheDaBollo" ? checkEmittenti(porte, valore) : checkLibero(porte, nome, valore);
    if (!difetto.ok) return difetto;
    const nuova: SezioneConfigurazione = { versione: 0, sezione: nome, valore };
    modifiche.push({ entita: "sezioneConfigurazione", ...writeOver(registrata, nuova) });
  }
  return ok(modifiche);
};

/** Refuses a caller limited to some creditors (403), a missing secret, an address that is not allowed and a certificate that cannot be read (400), another version (412). */
export const saveConfigurazione =
  (porte: PorteConfigurazione) =>
  async (
    richieste: SezioniRichieste,
    { chiamante, traccia, versioniAttese }: Scrivente & { readonly chiamante: Chiamante },
  ): Promise<Esito<VistaConfigurazione, Rifiuto<Rifiuti>>> => {
    const vietato = checkComune(chiamante);
    if (vietato) return vietato;
    const { registro, unitOfWork } = porte;
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo++) {
      const registrate = await registro.list("sezioneConfigurazione");
      const { versione } = viewOf(registrate);
      if (!isAttesa(versione, versioniAttese)) return rifiuto("PRECONDIZIONE", `If-Match: la versione è "${versione}"`);
      const decise = decide(porte, registrate, richieste);
      if (!decise.ok) return decise;
      const scritte = decise.valore.filter(({ azione }) => azione !== "verifica");
      if (scritte.length === 0) {
        traccia.omit();
        return ok(viewOf(registrate));
      }
      const evento = traccia.evento({
        dettaglioEsito: `Configurazione: ${scritte.flatMap(({ entita, valore }) => (entita === "sezioneConfigurazione" ? valore.sezione : [])).join(", ")}`,
        parametriRichiesta: { data: traccia.inizio, payload: describeSenzaSegreti(scritte.map(({ valore }) => valore)) },
      });
      const esito = await unitOfWork.commit(decise.valore, { eventi: [evento] });
      if (esito.ok) return ok(viewOf(applyTo(registrate, decise.valore)));
    }
    return rifiuto("CONFLITTO");
  };

/** The sections as the transaction left them. */
const applyTo = (registrate: readonly SezioneConfigurazione[], modifiche: readonly Modifica[]): readonly SezioneConfigurazione[] => {
  const dopo = new Map(registrate.map((sezione) => [sezione.sezione, sezione]));
  for (const { entita, azione, valore } of modifiche)
    if (entita === "sezioneConfigurazione" && azione !== "verifica") dopo.set(valore.sezione, { ...valore, versione: valore.versione + 1 });
  return [...dopo.values()];
};
