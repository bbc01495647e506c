/** What the probes look at, kept together so that one request reads it. */
import type { Lavoro } from "../domain/lavori/lavoro.ts";
import type { Misure, Soglie } from "../domain/sonde/sonde.ts";
import type { Profondita } from "./scarti.ts";

/** Thresholds that somebody changed, by probe. */
export interface SoglieSonde {
  readonly versione: number;
  readonly soglie: Readonly<Record<string, Soglie>>;
}

export interface Sonde {
  /** One request. */
  load(): Promise<{ readonly lavori: readonly Lavoro[]; readonly misure: Misure | undefined; readonly soglie: SoglieSonde | undefined }>;
  getMisure(): Promise<Misure | undefined>;
  /** Replaces what was measured before. */
  saveMisure(misure: Misure): Promise<void>;
}

export interface ProfonditaCode {
  /** Of the queues themselves; approximate. One request each, together. */
  depthsOf(code: readonly string[]): Promise<ReadonlyMap<string, Profondita>>;
  /** Of their dead letters. */
  depths(code: readonly string[]): Promise<ReadonlyMap<string, Profondita>>;
}
