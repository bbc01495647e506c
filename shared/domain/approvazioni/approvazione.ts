/**
 * Four eyes: what a person asks takes effect only when another person, with the same right, approves it before it expires. What is asked is told
 * in words here and kept by whoever carries it out (`tipo`, `oggetto`).
 */
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { type StatoApprovazione, type StatoApprovazioneEsposto, statiApprovazione } from "./stati-approvazione.ts";

export const TIPI_APPROVAZIONE = ["CAMBIO_IBAN"] as const;
export type TipoApprovazione = (typeof TIPI_APPROVAZIONE)[number];

export interface Approvazione {
  readonly versione: number;
  readonly id: string;
  readonly tipo: TipoApprovazione;
  /** Id of what waits for the decision. */
  readonly oggetto: string;
  readonly idDominio: string;
  /** Service of the ACL on which who decides needs the right to write. */
  readonly servizio: string;
  /** What will happen, for who has to decide. */
  readonly descrizione: string;
  readonly stato: StatoApprovazione;
  readonly richiedente: string;
  readonly motivazione: string;
  /** Instants. */
  readonly dataRichiesta: string;
  readonly scadenza: string;
  readonly decisione?: { readonly autore: string; readonly data: string; readonly motivazione?: string };
}

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
