/** Reed-Solomon check codewords of DataMatrix ECC 200 (ISO/IEC 16022, 5.7): field of 256 elements, polynomial x⁸+x⁵+x³+x²+1. */
const POLINOMIO = 0x12d;

const ESPONENTI = new Uint8Array(255);
const LOGARITMI = new Uint8Array(256);
for (let i = 0, valore = 1; i < 255; i++) {
  ESPONENTI[i] = valore;
  LOGARITMI[valore] = i;
  valore <<= 1;
  if (valore > 255) valore ^= POLINOMIO;
}

const prodotto = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (ESPONENTI[((LOGARITMI[a] ?? 0) + (LOGARITMI[b] ?? 0)) % 255] ?? 0);

/** Coefficients of (x − α)(x − α²)…, highest degree left out because it is 1. */
const generatore = (grado: number): number[] => {
  let coefficienti = [1];
  for (let radice = 1; radice <= grado; radice++) {
    const alfa = ESPONENTI[radice % 255] ?? 1;
    const alzati = [...coefficienti, 0];
    coefficienti = alzati.map((valore, i) => valore ^ prodotto(coefficienti[i - 1] ?? 0, alfa));
  }
  return coefficienti.slice(1);
};

const controlloDi = (dati: readonly number[], coefficienti: readonly number[]): number[] => {
  let resto = new Array<number>(coefficienti.length).fill(0);
  for (const parola of dati) {
    const guida = parola ^ (resto[0] ?? 0);
    resto = coefficienti.map((coefficiente, i) => (resto[i + 1] ?? 0) ^ prodotto(guida, coefficiente));
  }
  return resto;
};

/** Data followed by `quante` check codewords; in more blocks, both are dealt out in turn. */
export const aggiungiCorrezione = (dati: readonly number[], quante: number, blocchi: number): number[] => {
  const coefficienti = generatore(quante / blocchi);
  const controlli = Array.from({ length: blocchi }, (_, blocco) =>
    controlloDi(
      dati.filter((_parola, i) => i % blocchi === blocco),
      coefficienti,
    ),
  );
  return [...dati, ...Array.from({ length: quante }, (_, i) => controlli[i % blocchi]?.[Math.floor(i / blocchi)] ?? 0)];
};
