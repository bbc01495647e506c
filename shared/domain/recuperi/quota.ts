/** Calls that pagoPA allows in a stretch of time with one subscription key, counted over a window that slides: no hour boundary lets twice as many through. */
import { addMinuti } from "../valori/date.ts";

export interface Quota {
  readonly versione: number;
  /** Digest of what the calls are counted for: a subscription key is never written. */
  readonly chiave: string;
  /** Instants of the calls still in the window, in order. */
  readonly chiamate: readonly string[];
  /** Nobody calls before this instant: pagoPA has asked to slow down. */
  readonly sospesaFinoA?: string;
}

export interface LimiteQuota {
  readonly chiamate: number;
  readonly minuti: number;
}

/** biz-events: ten calls in sixty minutes per key (pagopa.md 8). A minute more, because two clocks never agree. */
export const LIMITE_BIZ_EVENTS: LimiteQuota = { chiamate: 10, minuti: 61 };

const recenti = (quota: Quota, { minuti }: LimiteQuota, adesso: string): readonly string[] => {
  const inizio = addMinuti(adesso, -minuti);
  // A call in the future is of a clock that went back: it counts until its time comes.
  return quota.chiamate.filter((istante) => istante > inizio);
};

/** Calls left at an instant. */
export const remaining = (quota: Quota, limite: LimiteQuota, adesso: string): number => {
  if (quota.sospesaFinoA !== undefined && quota.sospesaFinoA > adesso) return 0;
  return Math.max(0, limite.chiamate - recenti(quota, limite, adesso).length);
};

/** The count with one call more; undefined when none is left. */
export const spend = (quota: Quota, limite: LimiteQuota, adesso: string): Quota | undefined => {
  if (remaining(quota, limite, adesso) === 0) return undefined;
  const { sospesaFinoA: _scaduta, ...resto } = quota;
  return { ...resto, chiamate: [...recenti(quota, limite, adesso), adesso].toSorted() };
};

export const suspend = (quota: Quota, finoA: string): Quota => ({
  ...quota,
  sospesaFinoA: quota.sospesaFinoA !== undefined && quota.sospesaFinoA > finoA ? quota.sospesaFinoA : finoA,
});
