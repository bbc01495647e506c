/**
 * Where each bit of each codeword goes (ISO/IEC 16022, annex F): codewords lie on diagonals, each in a shape of eight modules that wraps around
 * the sides of the matrix, with four special shapes in the corners.
 */
export type Mappa = { readonly lato: number; readonly moduli: Int16Array };

/** Position of the eight bits relative to the corner module of the shape, most significant first. */
const FORMA = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
] as const;

/** Rows and columns of the corner shapes; a negative number counts from the far side. */
const ANGOLI = [
  [
    [-1, 0],
    [-1, 1],
    [-1, 2],
    [0, -2],
    [0, -1],
    [1, -1],
    [2, -1],
    [3, -1],
  ],
  [
    [-3, 0],
    [-2, 0],
    [-1, 0],
    [0, -4],
    [0, -3],
    [0, -2],
    [0, -1],
    [1, -1],
  ],
  [
    [-3, 0],
    [-2, 0],
    [-1, 0],
    [0, -2],
    [0, -1],
    [1, -1],
    [2, -1],
    [3, -1],
  ],
  [
    [-1, 0],
    [-1, -1],
    [0, -3],
    [0, -2],
    [0, -1],
    [1, -3],
    [1, -2],
    [1, -1],
  ],
] as const;

/** For every module: codeword × 8 + bit, plus one; 0 where nothing was placed. */
export const disponi = (lato: number): Mappa => {
  const moduli = new Int16Array(lato * lato);
  let parola = 0;

  const metti = (riga: number, colonna: number, bit: number): void => {
    let r = riga;
    let c = colonna;
    if (r < 0) {
      r += lato;
      c += 4 - ((lato + 4) % 8);
    }
    if (c < 0) {
      c += lato;
      r += 4 - ((lato + 4) % 8);
    }
    moduli[r * lato + c] = parola * 8 + bit + 1;
  };
  const forma = (riga: number, colonna: number): void => {
    for (const [bit, [dr, dc]] of FORMA.entries()) metti(riga + dr, colonna + dc, bit);
    parola++;
  };
  const angolo = (quale: number): void => {
    for (const [bit, [r, c]] of (ANGOLI[quale] ?? []).entries()) metti(r < 0 ? lato + r : r, c < 0 ? lato + c : c, bit);
    parola++;
  };
  const libero = (riga: number, colonna: number): boolean => moduli[riga * lato + colonna] === 0;

  let riga = 4;
  let colonna = 0;
  do {
    if (riga === lato && colonna === 0) angolo(0);
    if (riga === lato - 2 && colonna === 0 && lato % 4 !== 0) angolo(1);
    if (riga === lato - 2 && colonna === 0 && lato % 8 === 4) angolo(2);
    if (riga === lato + 4 && colonna === 2 && lato % 8 === 0) angolo(3);
    do {
      if (riga < lato && colonna >= 0 && libero(riga, colonna)) forma(riga, colonna);
      riga -= 2;
      colonna += 2;
    } while (riga >= 0 && colonna < lato);
    riga += 1;
    colonna += 3;
    do {
      if (riga >= 0 && colonna < lato && libero(riga, colonna)) forma(riga, colonna);
      riga += 2;
      colonna -= 2;
    } while (riga < lato && colonna >= 0);
    riga += 3;
    colonna += 1;
  } while (riga < lato || colonna < lato);
  return { lato, moduli };
};
