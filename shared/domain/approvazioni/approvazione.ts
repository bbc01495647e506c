/**
 * Four eyes: what a person asks takes effect only when another person, with the same right, approves it before it expires. What is asked is told
 * in words here and kept by whoever carries it out (`tipo`, `oggetto`).
 */
import type { Applicazione, Operatore, Ruolo } from "../anagrafiche/applicazione.ts";
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { type StatoApprovazione, type StatoApprovazioneEsposto, statiApprovazione } from "./stati-approvazione.ts";

export const TIPI_APPROVAZIONE = ["CAMBIO_IBAN", "RUOLO", "OPERATORE", "CREDENZIALI", "ANNULLAMENTI", "RIMBORSO"] as const;
export type TipoApprovazione = (typeof TIPI_APPROVAZIONE)[number];

/** An entry of the registry as it will be written, over the version that who asked had seen (0 = none). Secrets are hashes. */
export type VoceProposta =
  | { readonly entita: "ruolo"; readonly valore: Ruolo }
  | { readonly entita: "operatore"; readonly valore: Operatore }
  | { readonly entita: "applicazione"; readonly valore: Applicazione };

export interface Approvazione {
  readonly versione: number;
  readonly id: string;
  readonly tipo: TipoApprovazione;
  /** Id of what waits for the decision. */
  readonly oggetto: string;
  /** Absent = of the whole installation: only who works for all the creditors sees it. */
  readonly idDominio?: string;
  /** Service of the ACL on which who decides needs the right to write. */
  readonly servizio: string;
  /** What will happen, for who has to decide. */
  readonly descrizione: string;
  readonly stato: StatoApprovazione;
  readonly richiedente: string;
  readonly motivazione: string;
  /** What is written when it is approved, where the request itself is a write of the registry. */
  readonly proposta?: VoceProposta;
  /** Instants. */
  readonly dataRichiesta: string;
  readonly scadenza: string;
  readonly decisione?: { readonly autore: string; readonly data: string; readonly motivazione?: string };
}

/** Days in which a change of the registry waits for the second person. */
export const GIORNI_PER_APPROVARE = 7;

export type EsitoDecisione = "APPROVATA" | "RIFIUTATA" | "RITIRATA";

const EVENTI = { APPROVATA: "approva", RIFIUTATA: "rifiuta", RITIRATA: "ritira" } as const;

export const statoApprovazioneAl = ({ stato, scadenza }: Approvazione, adesso: string): StatoApprovazioneEsposto =>
  stato === "RICHIESTA" && adesso >= scadenza ? "SCADUTA" : stato;

export interface Decisione {
  readonly esito: EsitoDecisione;
  readonly autore: string;
  readonly motivazione?: string;
}

/** The request decided; refused when it is no longer open, when the same person approves it, when another withdraws it. `adesso` is an instant. */
export const decideApprovazione = (
  approvazione: Approvazione,
  { esito, autore, motivazione }: Decisione,
  adesso: string,
): Esito<Approvazione, Rifiuto<"NON_AUTORIZZATO" | "NON_PROCESSABILE">> => {
  const stato = statoApprovazioneAl(approvazione, adesso);
  if (stato === "SCADUTA") return rifiuto("NON_PROCESSABILE", `la richiesta è scaduta il ${approvazione.scadenza}: va fatta di nuovo`);
  const isRichiedente = autore === approvazione.richiedente;
  if (esito === "RITIRATA" && !isRichiedente) return rifiuto("NON_AUTORIZZATO", "esito: si ritira solo ciò che si è chiesto");
  if (esito !== "RITIRATA" && isRichiedente)
    return rifiuto("NON_AUTORIZZATO", "esito: chi ha fatto la richiesta non può deciderla, serve un'altra persona");
  const successivo = statiApprovazione.next(approvazione.stato, EVENTI[esito]);
  if (!successivo.ok) return rifiuto("NON_PROCESSABILE", `la richiesta è già ${stato}`);
  const decisione = { autore, data: adesso, ...(motivazione !== undefined && { motivazione }) };
  return ok({ ...approvazione, stato: successivo.valore, decisione });
};
