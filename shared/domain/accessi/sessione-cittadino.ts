/** The session of a citizen: ends when it is left alone for a while, at its own end, at a logout or when another one takes its place. */
import type { Cittadino } from "./cittadino.ts";

export interface SessioneCittadino {
  readonly versione: number;
  readonly id: string;
  /** Who it is of, sealed: the store alone does not say who came in. */
  readonly sigillo: string;
  /** UTC instants. */
  readonly apertaIl: string;
  readonly ultimoUso: string;
  readonly scadeIl: string;
  readonly chiusaIl?: string;
  readonly inattivitaMinuti: number;
  /** Epoch seconds after which the item may go. */
  readonly scadeAlle: number;
}

/** What the seal holds. */
export interface ContenutoSessione {
  readonly cittadino: Cittadino;
  /** ID token with which the provider is told of the logout. */
  readonly idToken?: string;
}

export interface DurataSessione {
  /** Without calls for this long, it is over. */
  readonly inattivitaMinuti: number;
  /** It never lasts longer than this. */
  readonly massimaMinuti: number;
}

const UN_ORA_SECONDI = 3_600;
/** Of the allowed idleness: how much may go by before a use is written down. */
const PARTE_ANNOTATA = 6;

export const createSessioneCittadino = (
  campi: Pick<SessioneCittadino, "id" | "sigillo">,
  adesso: string,
  { inattivitaMinuti, massimaMinuti }: DurataSessione,
): SessioneCittadino => {
  const scade = Date.parse(adesso) + massimaMinuti * 60_000;
  return {
    versione: 0,
    ...campi,
    apertaIl: adesso,
    ultimoUso: adesso,
    scadeIl: new Date(scade).toISOString(),
    inattivitaMinuti,
    scadeAlle: Math.floor(scade / 1000) + UN_ORA_SECONDI,
  };
};

const inattivaDa = ({ ultimoUso }: SessioneCittadino, adesso: string): number => Date.parse(adesso) - Date.parse(ultimoUso);

export const isSessioneCittadinoValida = (sessione: SessioneCittadino, adesso: string): boolean =>
  sessione.chiusaIl === undefined &&
  sessione.apertaIl <= adesso &&
  adesso < sessione.scadeIl &&
  inattivaDa(sessione, adesso) < sessione.inattivitaMinuti * 60_000;

/** Whether this use is to be written down: not at every call. */
export const isUsoDaAnnotare = (sessione: SessioneCittadino, adesso: string): boolean =>
  inattivaDa(sessione, adesso) >= (sessione.inattivitaMinuti * 60_000) / PARTE_ANNOTATA;
