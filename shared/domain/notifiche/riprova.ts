/** When to try again: attempts squared minutes (reference 3.15), at most 12 hours, the longest a queue can hold a message back. */
const MASSIMO_SECONDI = 12 * 3600;

/** Seconds to wait after the n-th failed attempt, n from 1. */
export const attesaDopo = (tentativi: number): number => Math.min(tentativi * tentativi * 60, MASSIMO_SECONDI);
