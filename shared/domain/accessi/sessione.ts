/** The session of an operator at the console: opened by a login, closed by a logout, a change of password or its own expiry. */
import type { AmbitoDomini, AmbitoTipi } from "../anagrafiche/applicazione.ts";

/** Rights that come from the groups of an identity provider, beside those of the registry. */
export interface AmbitiDaGruppi {
  readonly ruoli: readonly string[];
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
}

export interface Sessione {
  readonly versione: number;
  readonly id: string;
  readonly principal: string;
  readonly nome: string;
  readonly metodo: "password" | "oidc";
  /** Present when the identity provider said which groups the person belongs to. */
  readonly daGruppi?: AmbitiDaGruppi;
  /** UTC instants. */
  readonly apertaIl: string;
  readonly scadeIl: string;
  readonly chiusaIl?: string;
  /** Epoch seconds after which the item may go. */
  readonly scadeAlle: number;
}

const UN_GIORNO_SECONDI = 86_400;

export const createSessione = (
  campi: Pick<Sessione, "id" | "principal" | "nome" | "metodo" | "daGruppi">,
  adesso: string,
  durataMinuti: number,
): Sessione => {
  const scade = Date.parse(adesso) + durataMinuti * 60_000;
  return {
    versione: 0,
    ...campi,
    apertaIl: adesso,
    scadeIl: new Date(scade).toISOString(),
    scadeAlle: Math.floor(scade / 1000) + UN_GIORNO_SECONDI,
  };
};

/** `passwordDal`: when the password of its operator last changed; the sessions opened before then are over. */
export const isSessioneValida = (sessione: Sessione, adesso: string, passwordDal?: string): boolean =>
  sessione.chiusaIl === undefined &&
  sessione.apertaIl <= adesso &&
  adesso < sessione.scadeIl &&
  (sessione.metodo === "oidc" || passwordDal === undefined || sessione.apertaIl >= passwordDal);
