/** Who may call: applications (A2A), operators, roles; and the three-way authorisation (service × right, creditor, debt type) of GovPay, evaluated in one place. */
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
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
  readonly acl: readonly Acl[];
  readonly ruoli: readonly string[];
  readonly abilitato: boolean;
}

export interface Applicazione extends Utenza {
  readonly idA2A: string;
  /** May define accreditation data in the items (variant B). */
  readonly autodeterminazione: boolean;
  readonly codificaAvvisi?: { readonly codificaIuv?: string; readonly regExpIuv?: string; readonly generazioneIuvInterna: boolean };
  readonly apiPagamenti: boolean;
  readonly apiPendenze: boolean;
  readonly apiRagioneria: boolean;
  /** When its system cannot be asked about an elapsed validity: true = the debt is not paid, false or absent = it is paid as stored (reference 3.3). */
  readonly aggiornamentoValiditaMandatorio?: boolean;
  readonly servizioIntegrazione?: { readonly url: string; readonly versioneApi: "REST v1" | "REST v2"; readonly auth?: Autenticazione };
}

export interface Operatore extends Utenza {
  readonly ragioneSociale: string;
}

export interface Ruolo extends VoceAnagrafica {
  readonly idRuolo: string;
  readonly acl: readonly Acl[];
}

/** The authenticated caller, with roles already resolved into acl. */
export interface Chiamante {
  readonly tipo: "applicazione" | "operatore" | "nodo" | "anonimo";
  readonly principal: string;
  readonly nome: string;
  readonly idA2A?: string;
  readonly autodeterminazione: boolean;
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
  readonly acl: readonly Acl[];
}

export const hasServizio = (chiamante: Chiamante, servizi: readonly string[], diritto: Diritto): boolean =>
  chiamante.acl.some((acl) => servizi.includes(acl.servizio) && acl.autorizzazioni.includes(diritto));

/** W does not imply R (reference 2.14); an empty list of creditors means nothing. */
export const seesDominio = (chiamante: Chiamante, idDominio: string, idUnita?: string): boolean => {
  if (chiamante.domini === "*") return true;
  const ambito = chiamante.domini.find((d) => d.idDominio === idDominio);
  if (!ambito) return false;
  if (!ambito.unitaOperative || ambito.unitaOperative.length === 0 || idUnita === undefined) return true;
  return ambito.unitaOperative.includes(idUnita);
};

export const seesTipoPendenza = (chiamante: Chiamante, idTipoPendenza: string): boolean =>
  chiamante.tipiPendenza === "*" || chiamante.tipiPendenza.includes(idTipoPendenza);

/** The rule of every detail and of every list of debts: own application, or creditor + unit + type in scope. */
export const seesPendenza = (
  chiamante: Chiamante,
  pendenza: { readonly idDominio: string; readonly idUnitaOperativa?: string; readonly idTipoPendenza: string },
): boolean => seesDominio(chiamante, pendenza.idDominio, pendenza.idUnitaOperativa) && seesTipoPendenza(chiamante, pendenza.idTipoPendenza);
