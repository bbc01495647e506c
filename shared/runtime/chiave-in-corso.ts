/** The idempotency key of what is being served, within reach of the transaction that changes the state: the mark of its use goes with the change. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { ChiaveInCorso } from "../ports/chiave-in-corso.ts";

const inCorso = new AsyncLocalStorage<ChiaveInCorso>();

/** What is done in here, and what it starts, uses this key. */
export const runConChiave = <T>(chiave: ChiaveInCorso, work: () => Promise<T>): Promise<T> => inCorso.run(chiave, work);

export const currentChiave = (): ChiaveInCorso | undefined => inCorso.getStore();
