/** What every simulated party is given: the machine it stands on and the few things they share. */

import { type Archivio, openArchivio } from "./comune/archivio.ts";
import { createGuasti, type Guasti } from "./comune/guasti.ts";
import { createScambi, type Scambi } from "./comune/scambi.ts";

/** The part of the runner that the parties use; the whole of it is `Ambiente`. */
export interface Macchina {
  readonly baseUrl: string;
  readonly clock: { now(): number };
}

export interface Contesto {
  readonly macchina: Macchina;
  readonly archivio: Archivio;
  readonly guasti: Guasti;
  readonly scambi: Scambi;
  /** Milliseconds since the epoch in the machine's (shifted) time. */
  ora(): number;
  /** Same, as a UTC ISO instant. */
  istante(): string;
}

export const createContesto = (macchina: Macchina, file: string): Contesto => {
  const archivio = openArchivio(file);
  const ora = (): number => macchina.clock.now();
  return {
    macchina,
    archivio,
    guasti: createGuasti(archivio),
    scambi: createScambi(),
    ora,
    istante: () => new Date(ora()).toISOString(),
  };
};
