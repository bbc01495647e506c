/** The thread of what is being served, within reach of the calls that leave from far below it: their journal entries carry its transactionId. */
import { AsyncLocalStorage } from "node:async_hooks";

const filo = new AsyncLocalStorage<string>();

/** From here on, in this execution and in what it starts, the thread is this one. Messages of a batch run side by side, each with its own. */
export const enterTransazione = (transactionId: string): void => filo.enterWith(transactionId);

export const currentTransazione = (): string | undefined => filo.getStore();
