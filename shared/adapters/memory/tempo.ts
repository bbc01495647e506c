/** A clock and identifiers that tests command. */
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";

export const createClockFermo = (inizio: string): Clock & { set(istante: string): void; advance(millisecondi: number): void } => {
  let adesso = Date.parse(inizio);
  return {
    now: () => new Date(adesso).toISOString(),
    set: (istante) => {
      adesso = Date.parse(istante);
    },
    advance: (millisecondi) => {
      adesso += millisecondi;
    },
  };
};

export const createIdsInSequenza = (): Ids => {
  let n = 0;
  return { next: () => (++n).toString(16).padStart(32, "0") };
};
