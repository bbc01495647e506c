/**
 * Misbehaviour on request: the next n exchanges of a party are late, lost, doubled, malformed, refused, left to time out or answered with an
 * HTTP status, its receipts may overtake each other and its stamps be forged; then all is well again.
 */
import type { Archivio } from "./archivio.ts";

export const PARTI = [
  "nodo",
  "psp",
  "checkout",
  "fdr",
  "banca",
  "ente",
  "aca",
  "gpd",
  "bizevents",
  "backoffice-ec",
  "storico",
  "appio",
  "send",
] as const;
export const TIPI_GUASTO = [
  "ritardo",
  "perso",
  "doppio",
  "malformato",
  "rifiutato",
  "timeout",
  "http",
  "disordine",
  "contraffatto",
] as const;
/** Those that are not about an exchange: they are asked for by name. */
const SPECIALI: readonly TipoGuasto[] = ["disordine", "contraffatto"];
export const STATI_HTTP = [401, 403, 404, 422, 429, 500, 502, 503, 504] as const;
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
  /** Length of a delay, or after how long a timeout gives up, in real milliseconds. */
  readonly millisecondi: number;
  /** What a party answers with `http`. */
  readonly stato?: (typeof STATI_HTTP)[number];
}

export interface Guasti {
  add(guasto: Guasto): void;
  list(): Guasto[];
  clear(): void;
  /** The fault that hits this exchange, if any; it counts as used. */
  take(parte: Parte, operazione: string): Guasto | undefined;
  /** Same for a fault that is not about an exchange, but about which of two comes first or about what travels in it. */
  takeSpeciale(tipo: "disordine" | "contraffatto", parte: Parte, operazione: string): Guasto | undefined;
}

export const createGuasti = (archivio: Archivio): Guasti => {
  const raccolta = archivio.raccolta<{ chiave: string; guasto: Guasto }>("guasti");
  const take = (parte: Parte, operazione: string, isSuo: (tipo: TipoGuasto) => boolean): Guasto | undefined => {
    const voce = raccolta
      .list()
      .find(
        ({ guasto }) =>
          guasto.parte === parte && isSuo(guasto.tipo) && (guasto.operazione === undefined || guasto.operazione === operazione),
      );
    if (voce === undefined) return undefined;
    if (voce.guasto.volte <= 1) raccolta.delete(voce.chiave);
    else raccolta.put(voce.chiave, { ...voce, guasto: { ...voce.guasto, volte: voce.guasto.volte - 1 } });
    return voce.guasto;
  };
  return {
    add: (guasto) => {
      const chiave = String(archivio.next("guasto")).padStart(9, "0");
      raccolta.put(chiave, { chiave, guasto });
    },
    list: () => raccolta.list().map((voce) => voce.guasto),
    clear: () => {
      for (const voce of raccolta.list()) raccolta.delete(voce.chiave);
    },
    take: (parte, operazione) => take(parte, operazione, (tipo) => !SPECIALI.includes(tipo)),
    takeSpeciale: (speciale, parte, operazione) => take(parte, operazione, (tipo) => tipo === speciale),
  };
};

export const attendi = (millisecondi: number): Promise<void> => new Promise((fatto) => setTimeout(fatto, millisecondi));
