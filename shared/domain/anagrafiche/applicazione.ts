/** Who may call: applications (A2A), operators, roles; and the three-way authorisation (service × right, creditor, debt type) of GovPay, evaluated in one place. */
import type { Cittadino } from "../accessi/cittadino.ts";
import type { SessioneAnonima } from "../accessi/sessione-anonima.ts";
import type { Segreto } from "./credenziali.ts";
import type { Autenticazione, VoceAnagrafica } from "./creditore.ts";

export type Diritto = "R" | "W";

export interface Acl {
  readonly servizio: string;
  readonly autorizzazioni: readonly Diritto[];
}

/** `*` = every creditor; a listed creditor without units = all its units. An empty list = nothing. */
export type AmbitoDomini = "*" | readonly { readonly idDominio: string; readonly unitaOperative?: readonly string[] }[];
export type AmbitoTipi = "*" | readonly string[];

interface Utenza extends VoceAnagrafica {
  readonly principal: string;
  /** scrypt, `scrypt$N$r$p$salt$hash` in base64url */
  readonly passwordHash?: string;
  /** When the password last changed (UTC): the sessions opened before then are over. */
  readonly passwordDal?: string;
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
  readonly acl: readonly Acl[];
  readonly ruoli: readonly string[];
  readonly abilitato: boolean;
}

/** How much a caller may ask for before being told to wait. */
export interface LimiteRichieste {
  readonly richiesteAlSecondo: number;
  /** Requests that may come together; absent = two seconds of the rate. */
  readonly picco?: number;
}

export interface Applicazione extends Utenza {
  readonly idA2A: string;
  /** Beside the password: the other one during a rotation, API keys. */
  readonly segreti?: readonly Segreto[];
  /** May define accreditation data in the items (variant B). */
  readonly autodeterminazione: boolean;
  readonly codificaAvvisi?: { readonly codificaIuv?: string; readonly regExpIuv?: string; readonly generazioneIuvInterna: boolean };
  readonly apiPagamenti: boolean;
  readonly apiPendenze: boolean;
  readonly apiRagioneria: boolean;
  /** When its system cannot be asked about an elapsed validity: true = the debt is not paid, false or absent = it is paid as stored (reference 3.3). */
  readonly aggiornamentoValiditaMandatorio?: boolean;
  /** Absent = that of the installation. */
  readonly limiteRichieste?: LimiteRichieste;
  /** Sees creditors in prova and no other, whatever its scope names: from birth, for ever. */
  readonly inProva?: true;
  readonly servizioIntegrazione?: { readonly url: string; readonly versioneApi: "REST v1" | "REST v2"; readonly auth?: Autenticazione };
}

export interface Operatore extends Utenza {
  readonly ragioneSociale: string;
  /** Its password alone is not enough (shared/domain/accessi). */
  readonly secondoFattore?: boolean;
}

export interface Ruolo extends VoceAnagrafica {
  readonly idRuolo: string;
  readonly acl: readonly Acl[];
}

/** The authenticated caller, with roles already resolved into acl. */
export interface Chiamante {
  readonly tipo: "applicazione" | "operatore" | "nodo" | "cittadino" | "anonimo";
  /** How it was recognised. */
  readonly autenticazione?: "basic" | "apikey" | "ssl" | "oauth2" | "session" | "header" | "cittadino";
  readonly principal: string;
  readonly nome: string;
  readonly idA2A?: string;
  /** Of a caller that is a citizen, and of no other: its scopes and rights are empty, what it may see is what is its own. */
  readonly cittadino?: Cittadino;
  /** Of a caller without credentials that carries our signed cookie: what it made before. */
  readonly sessioneAnonima?: SessioneAnonima;
  readonly autodeterminazione: boolean;
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
  readonly acl: readonly Acl[];
  readonly limiteRichieste?: LimiteRichieste;
  /** Of an application in prova: everything it is told is of money that does not exist. */
  readonly prova?: true;
}

export const hasServizio = (chiamante: Chiamante, servizi: readonly string[], diritto: Diritto): boolean =>
  chiamante.acl.some((acl) => servizi.includes(acl.servizio) && acl.autorizzazioni.includes(diritto));

/** W does not imply R (reference 2.14); an empty list of creditors means nothing; a creditor listed twice is the two together. */
export const seesDominio = (chiamante: Chiamante, idDominio: string, idUnita?: string): boolean =>
  chiamante.domini === "*" ||
  chiamante.domini.some(
    (ambito) =>
      ambito.idDominio === idDominio &&
      (!ambito.unitaOperative?.length || idUnita === undefined || ambito.unitaOperative.includes(idUnita)),
  );

export const seesTipoPendenza = (chiamante: Chiamante, idTipoPendenza: string): boolean =>
  chiamante.tipiPendenza === "*" || chiamante.tipiPendenza.includes(idTipoPendenza);

/** The rule of every detail and of every list of debts: own application, or creditor + unit + type in scope. */
export const seesPendenza = (
  chiamante: Chiamante,
  pendenza: { readonly idDominio: string; readonly idUnitaOperativa?: string; readonly idTipoPendenza: string },
): boolean => seesDominio(chiamante, pendenza.idDominio, pendenza.idUnitaOperativa) && seesTipoPendenza(chiamante, pendenza.idTipoPendenza);
