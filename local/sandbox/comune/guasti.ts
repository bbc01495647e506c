/** Misbehaviour on request: the next n exchanges of a party are late, lost, doubled, malformed or refused, then all is well again. */
import type { Archivio } from "./archivio.ts";

export const PARTI = ["nodo", "psp", "checkout", "fdr", "banca", "ente"] as const;
export const TIPI_GUASTO = ["ritardo", "perso", "doppio", "malformato", "rifiutato"] as const;
export type Parte = (typeof PARTI)[number];
export type TipoGuasto = (typeof TIPI_GUASTO)[number];

export interface Guasto {
  readonly parte: Parte;
  readonly tipo: TipoGuasto;
  /** Exchanges still to be hit. */
  readonly volte: number;
  /** Only this operation of the party, e.g. "paSendRTV2"; absent = any. */
  readonly operazione?: string;
  /** What is lost of a lost exchange: the request (default) or only the answer. */
  readonly fase?: "richiesta" | "risposta";
  /** Length of a delay, in real milliseconds. */
  readonly millisecondi: number;
}

export interface Guasti {
  add(guasto: Guasto): void;
  list(): Guasto[];
  clear(): void;
  /** The fault that hits this exchange, if any; it counts as used. */
  take(parte: Parte, operazione: string): Guasto | undefined;
}

export const createGuasti = (archivio: Archivio): Guasti => {
  const raccolta = archivio.raccolta<{ chiave: string; guasto: Guasto }>("guasti");
  return {
    add: (guasto) => {
      const chiave = String(archivio.next("guasto")).padStart(9, "0");
      raccolta.put(chiave, { chiave, guasto });
    },
    list: () => raccolta.list().map((voce) => voce.guasto),
    clear: () => {
      for (const voce of raccolta.list()) raccolta.delete(voce.chiave);
    },
    take: (parte, operazione) => {
      const voce = raccolta
        .list()
        .find(({ guasto }) => guasto.parte === parte && (guasto.operazione === undefined || guasto.operazione === operazione));
      if (voce === undefined) return undefined;
      if (voce.guasto.volte <= 1) raccolta.delete(voce.chiave);
      else raccolta.put(voce.chiave, { ...voce, guasto: { ...voce.guasto, volte: voce.guasto.volte - 1 } });
      return voce.guasto;
    },
  };
};

export const attendi = (millisecondi: number): Promise<void> => new Promise((fatto) => setTimeout(fatto, millisecondi));
