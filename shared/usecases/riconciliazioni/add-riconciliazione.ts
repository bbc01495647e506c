/**
 * Registration of a treasury movement under the caller's id (reference 5.3): what can be refused at once is refused, the matching is queued in
 * the same transaction. The same request repeated gives its result, or retries it if it ended in error; other data under the same id are refused.
 */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { statiRiconciliazione } from "../../domain/riconciliazioni/stati-riconciliazione.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { formatImporto } from "../../domain/valori/importo.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, Unicita, UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly rendicontazioni: Pick<Rendicontazioni, "getRiconciliazione" | "getUnicita">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export interface Movimento {
  readonly idDominio: string;
  readonly id: string;
  /** Cents. */
  readonly importo: bigint;
  readonly sct: string;
  readonly dataValuta?: string;
  readonly dataContabile?: string;
  readonly contoAccredito?: string;
  readonly causale?: string;
  readonly iuv?: string;
  readonly idFlusso?: string;
}

export type CodiceRifiuto = "R021409" | "R021410" | "R021411" | "R021412" | "NON_AUTORIZZATO" | "CONFLITTO";
/** `nuova`: accepted now, or still in hand; otherwise the result of the same request made before. */
export interface Registrata {
  readonly riconciliazione: Riconciliazione;
  readonly inElaborazione: boolean;
}

const TENTATIVI = 5;

/** The same movement said twice gives the same text. */
export const toImpronta = ({ importo, sct, dataValuta, dataContabile, contoAccredito, causale, iuv, idFlusso }: Movimento): string =>
  JSON.stringify([
    formatImporto(importo),
    sct,
    dataValuta ?? "",
    dataContabile ?? "",
    contoAccredito?.toUpperCase() ?? "",
    causale ?? "",
    iuv ?? "",
    idFlusso ?? "",
  ]);

const toRiconciliazione = (movimento: Movimento, principal: string, data: string): Riconciliazione => ({
  versione: 0,
  ...movimento,
  stato: "IN_ELABORAZIONE",
  data,
  principal,
  impronta: toImpronta(movimento),
  righeElaborate: 0,
  importoRiconciliato: 0n,
  segnalazioni: [],
  righeSegnalate: 0,
});

/** The movement that failed, as it was at the beginning. */
export const retriedOf = ({ descrizioneStato: _, attende: _attesa, ...riconciliazione }: Riconciliazione): Riconciliazione | undefined => {
  const stato = statiRiconciliazione.next(riconciliazione.stato, "ritenta");
  return stato.ok ? { ...riconciliazione, stato: stato.valore } : undefined;
};

/** What can be refused before looking at what the movement pays. */
export const checkMovimento = async (
  anagrafiche: Porte["anagrafiche"],
  { idDominio, contoAccredito }: Pick<Movimento, "idDominio" | "contoAccredito">,
  chiamante: Chiamante,
): Promise<Rifiuto<"R021410" | "R021412" | "NON_AUTORIZZATO"> | undefined> => {
  const creditore = await anagrafiche.getCreditore(idDominio);
  if (!creditore) return { codice: "R021410", dettaglio: `idDominio ${idDominio}` };
  if (!seesDominio(chiamante, idDominio))
    return { codice: "NON_AUTORIZZATO", dettaglio: `il dominio ${idDominio} non è tra quelli del chiamante` };
  if (contoAccredito !== undefined && !creditore.conti.some(({ iban }) => iban.toUpperCase() === contoAccredito.toUpperCase()))
    return { codice: "R021412", dettaglio: `contoAccredito ${contoAccredito} non è un conto del dominio ${idDominio}` };
  return undefined;
};

/**
 * The name of the transfer: free, already ours, or left by a movement that failed, in which case it passes to this one. A reconciliation of
 * lines of the treasurer takes no name: one line may pay several flows.
 */
export const claimSct = async (
  rendicontazioni: Porte["rendicontazioni"],
  { idDominio, id, sct, movimenti }: Pick<Riconciliazione, "idDominio" | "id" | "sct" | "movimenti">,
): Promise<Esito<Modifica[], Rifiuto<"R021411">>> => {
  if (movimenti) return ok([]);
  const chiave = `${idDominio}#${sct}`;
  const presa = await rendicontazioni.getUnicita("sct", chiave);
  if (!presa)
    return ok([{ azione: "crea", entita: "unicita", valore: { versione: 0, ambito: "sct", chiave, riferimento: id } satisfies Unicita }]);
  if (presa.riferimento === id) return ok([]);
  const altra = await rendicontazioni.getRiconciliazione(idDominio, presa.riferimento);
  if (altra && altra.stato !== "ERRORE") return rifiuto("R021411", `sct ${sct} già registrato dalla riconciliazione ${presa.riferimento}`);
  return ok([{ azione: "sostituisci", entita: "unicita", valore: { ...presa, riferimento: id } }]);
};

export const addRiconciliazione = ({ anagrafiche, rendicontazioni, unitOfWork, clock }: Porte) => {
  const decide = async (
    movimento: Movimento,
    principal: string,
  ): Promise<Esito<{ modifiche: Modifica[]; valore: Riconciliazione }, Rifiuto<CodiceRifiuto>>> => {
    const esistente = await rendicontazioni.getRiconciliazione(movimento.idDominio, movimento.id);
    if (esistente && esistente.impronta !== toImpronta(movimento)) return rifiuto("R021409", `id ${movimento.id}`);
    const ritentata = esistente && retriedOf(esistente);
    if (esistente && !ritentata) return ok({ modifiche: [], valore: esistente });
    const sct = await claimSct(rendicontazioni, movimento);
    if (!sct.ok) return sct;
    const valore = ritentata ?? toRiconciliazione(movimento, principal, clock.now());
    return ok({ modifiche: [{ azione: esistente ? "sostituisci" : "crea", entita: "riconciliazione", valore }, ...sct.valore], valore });
  };

  return async (movimento: Movimento, chiamante: Chiamante, traccia: Traccia): Promise<Esito<Registrata, Rifiuto<CodiceRifiuto>>> => {
    const { idDominio, id } = movimento;
    const difetto = await checkMovimento(anagrafiche, movimento, chiamante);
    if (difetto) return ko(difetto);
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const decisione = await decide(movimento, chiamante.principal);
      if (!decisione.ok) return decisione;
      const { modifiche, valore } = decisione.valore;
      if (modifiche.length === 0) return ok({ riconciliazione: valore, inElaborazione: valore.stato === "IN_ELABORAZIONE" });
      const esito = await unitOfWork.commit(modifiche, {
        eventi: [traccia.evento({ idDominio, datiPagoPA: { idIncasso: id, sct: movimento.sct } })],
        messaggi: [{ coda: "riconciliazioni", corpo: { idDominio, id, tappa: 0 } }],
      });
      if (esito.ok) return ok({ riconciliazione: valore, inElaborazione: true });
    }
    return rifiuto("CONFLITTO", `riconciliazione ${id}`);
  };
};
