/** The back ends of other parties whose expected payments are shown beside ours. A section of the configuration: who they are, where they answer, for which creditors. */
import type { Autenticazione } from "../anagrafiche/creditore.ts";
import type { ValoreSezione } from "../configurazione/sezioni.ts";

export interface BackEnd {
  /** What marks its payments; never `locale`. */
  readonly id: string;
  readonly nome: string;
  /** Base address of its contract, without the slash at the end. */
  readonly url: string;
  /** Creditors it holds: what it says of others is not believed. */
  readonly idDomini: readonly string[];
  readonly auth?: Autenticazione;
  readonly timeoutMillisecondi: number;
}

/** How long anybody waits for the others, whatever the configuration says. */
export const ATTESA_MASSIMA_MILLISECONDI = 2_000;

interface BackEndScritto extends Omit<BackEnd, "auth" | "timeoutMillisecondi"> {
  readonly auth?: { readonly username: string; readonly password: string } | { readonly apiId: string; readonly apiKey: string };
  readonly timeoutMillisecondi?: number;
}

const toAuth = (auth: NonNullable<BackEndScritto["auth"]>): Autenticazione =>
  "username" in auth ? { tipo: "basic", ...auth } : { tipo: "apikey", ...auth };

/** The section as it holds; its form was checked when it was written. Empty where it is off. */
export const readFederazione = (sezione: ValoreSezione): readonly BackEnd[] => {
  const { abilitato = false, backEnd = [] } = sezione as { abilitato?: boolean; backEnd?: readonly BackEndScritto[] };
  if (!abilitato) return [];
  return backEnd.map(({ auth, url, timeoutMillisecondi = ATTESA_MASSIMA_MILLISECONDI, ...altro }) => ({
    ...altro,
    url: url.replace(/\/+$/, ""),
    timeoutMillisecondi: Math.min(timeoutMillisecondi, ATTESA_MASSIMA_MILLISECONDI),
    ...(auth && { auth: toAuth(auth) }),
  }));
};

/** What another back end says of the receipt of a payment: enough to show it was paid, to whom and when. */
export interface RicevutaFederata {
  readonly idRicevuta: string;
  /** Cents. */
  readonly importo: bigint;
  /** Instant. */
  readonly dataPagamento: string;
  readonly psp: string;
}

/** Payment of a tax code as any back end tells it. */
export interface PosizioneFederata {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly numeroAvviso: string;
  readonly causale: string;
  /** Cents. */
  readonly importo: bigint;
  readonly stato: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
  readonly pagabile: boolean;
  readonly dataScadenza?: string;
  readonly dataValidita?: string;
  readonly dataPagamento?: string;
  readonly motivo?: string;
  /** Of money that does not exist, says who holds it. */
  readonly prova?: true;
}
