/** A two-dimensional code as geometry: the notice guidelines want QR and DataMatrix vector, black on white, 25×25 mm (AVV 3.5). */
export interface Tratto {
  readonly x: number;
  readonly y: number;
  readonly larghezza: number;
}

export interface CodiceMatrice {
  /** Modules per side, without the quiet zone. */
  readonly lato: number;
  /** Dark runs, one module high, in module units. */
  readonly tratti: readonly Tratto[];
}

/** Joins the dark modules of each row into runs: a third of the rectangles, and no hairline between them when printed. */
export const toTratti = (lato: number, isScuro: (x: number, y: number) => boolean): CodiceMatrice => {
  const tratti: Tratto[] = [];
  for (let y = 0; y < lato; y++) {
    let inizio = -1;
    for (let x = 0; x <= lato; x++) {
      const scuro = x < lato && isScuro(x, y);
      if (scuro && inizio < 0) inizio = x;
      if (!scuro && inizio >= 0) {
        tratti.push({ x: inizio, y, larghezza: x - inizio });
        inizio = -1;
      }
    }
  }
  return { lato, tratti };
};
