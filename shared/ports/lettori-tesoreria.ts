/** Readers of the treasurers' files: one interface, whatever the format. */
import type { Esito } from "../domain/esito.ts";
import type { FormatoCaricamento } from "../domain/tesoreria/caricamento.ts";
import type { FormatoTesoreria, Lettura } from "../domain/tesoreria/movimento.ts";

/**
 * Reads a file of any size holding one line at a time. Deterministic: the same bytes give the same lines under the same positions. Never throws because of
 * what the file holds; an exception of the source goes through.
 */
export type LettoreTesoreria = (byte: AsyncIterable<Uint8Array>) => AsyncGenerator<Lettura, void, undefined>;

export interface FileDaLeggere {
  readonly idDominio: string;
  /** As asked by who loaded it. */
  readonly formato?: FormatoCaricamento;
  /** Name of the mapping profile asked for. */
  readonly profilo?: string;
  /** The first bytes of the file, up to 64 kB. */
  readonly inizio: Uint8Array;
}

export interface LettoreScelto {
  readonly formato: FormatoTesoreria;
  readonly lettore: LettoreTesoreria;
}

/** A settlement flow: no reader of movements reads it. */
export interface FlussoRiconosciuto {
  readonly formato: "FDR";
}

export interface LettoriTesoreria {
  /** The reader for a file. Errors: why no reader can read it, in Italian. */
  choose(file: FileDaLeggere): Promise<Esito<LettoreScelto | FlussoRiconosciuto>>;
}
