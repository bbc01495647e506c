/** The scheduled jobs: their state, their runs, and the way to start one now. */
import type { Esito } from "../domain/esito.ts";
import type { Esecuzione, Lavoro } from "../domain/lavori/lavoro.ts";

/** A job as the registry declares it. */
export interface DefinizioneLavoro {
  readonly nome: string;
  readonly summary: string;
  /** EventBridge expression, read in Europe/Rome. */
  readonly espressione: string;
  readonly timeoutSeconds: number;
}

export interface Lavori {
  /** Every job that has run at least once (one request). */
  list(): Promise<readonly Lavoro[]>;
  /** A job with one of its runs (one request). */
  get(nome: string, idEsecuzione: string): Promise<{ readonly lavoro: Lavoro | undefined; readonly esecuzione: Esecuzione | undefined }>;
  getLavoro(nome: string): Promise<Lavoro | undefined>;
  getEsecuzione(idEsecuzione: string): Promise<Esecuzione | undefined>;
}

export interface AvvioLavori {
  /** Starts the job without waiting for its end. The error says, in Italian, why it could not be started. */
  start(nome: string, idEsecuzione: string): Promise<Esito<void>>;
}
