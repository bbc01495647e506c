/** An announcement for a subscriber, with its attempts. */
import type { Annuncio } from "../annunci/annuncio.ts";

export interface TentativoConsegna {
  /** Instant. */
  readonly data: string;
  readonly millisecondi: number;
  readonly status?: number;
  /** Why nobody answered. */
  readonly errore?: string;
  /** Beginning of the answer. */
  readonly risposta?: string;
}

export const STATI_CONSEGNA = ["CONSEGNATA", "IN_ATTESA", "SCARTATA"] as const;
export type StatoConsegna = (typeof STATI_CONSEGNA)[number];

export interface Consegna {
  readonly versione: number;
  readonly idDominio: string;
  readonly idAbbonamento: string;
  readonly annuncio: Annuncio;
  /** Its place among the announcements. */
  readonly ordine: string;
  readonly stato: StatoConsegna;
  readonly tentativi: number;
  /** The last ones. */
  readonly ultimi: readonly TentativoConsegna[];
  /** Instant in which it was first taken up. */
  readonly data: string;
}

/** Days in which the attempts can be looked at. */
export const GIORNI_CONSEGNE = 90;
const TENTATIVI_RICORDATI = 5;
export const RISPOSTA_MASSIMA = 200;

export const isPresa = ({ status }: TentativoConsegna): boolean => status !== undefined && status >= 200 && status < 300;

export const addTentativo = (consegna: Consegna, tentativo: TentativoConsegna): Consegna => ({
  ...consegna,
  stato: isPresa(tentativo) ? "CONSEGNATA" : consegna.stato,
  tentativi: consegna.tentativi + 1,
  ultimi: [...consegna.ultimi, tentativo].slice(-TENTATIVI_RICORDATI),
});

const MINUTO = 60;
const ORA = 3600;
/** Seconds after each failed attempt, the last for all that follow. */
const ATTESE = [MINUTO, 2 * MINUTO, 5 * MINUTO, 10 * MINUTO, 30 * MINUTO, ORA, 2 * ORA, 4 * ORA] as const;

/** Days of attempts, then the delivery is given up. */
export const GIORNI_TENTATIVI = 3;

/** Seconds to wait after the n-th failed attempt, n from 1. */
export const attesaConsegna = (tentativi: number): number => ATTESE[Math.min(Math.max(tentativi, 1), ATTESE.length) - 1] ?? MINUTO;
