/** DataMatrix ECC 200 (ISO/IEC 16022), square symbols only, for the bollettino postale: the libraries that draw it bring along a hundred other codes. */
import { type CodiceMatrice, toTratti } from "../matrice.ts";
import { encodeTesto, riempi } from "./codifica.ts";
import { aggiungiCorrezione } from "./correzione.ts";
import { disponi, type Mappa } from "./disposizione.ts";

interface Simbolo {
  /** Modules per side of one region, finder apart, and regions per side. */
  readonly regione: number;
  readonly regioni: number;
  readonly dati: number;
  readonly controlli: number;
  readonly blocchi: number;
}

const simbolo = (regione: number, regioni: number, dati: number, controlli: number, blocchi = 1): Simbolo => ({
  regione,
  regioni,
  dati,
  controlli,
  blocchi,
});

/** ISO/IEC 16022, table 7, from 16×16 to 88×88 modules. */
const SIMBOLI = [
  simbolo(14, 1, 12, 12),
  simbolo(16, 1, 18, 14),
  simbolo(18, 1, 22, 18),
  simbolo(20, 1, 30, 20),
  simbolo(22, 1, 36, 24),
  simbolo(24, 1, 44, 28),
  simbolo(14, 2, 62, 36),
  simbolo(16, 2, 86, 42),
  simbolo(18, 2, 114, 48),
  simbolo(20, 2, 144, 56),
  simbolo(22, 2, 174, 68),
  simbolo(24, 2, 204, 84, 2),
  simbolo(14, 4, 280, 112, 2),
  simbolo(16, 4, 368, 144, 4),
  simbolo(18, 4, 456, 192, 4),
  simbolo(20, 4, 576, 224, 4),
] as const;

// Every notice of a document uses the same size: its placement is computed once.
const mappe = new Map<number, Mappa>();

const mappaDi = (lato: number): Mappa => {
  const nota = mappe.get(lato);
  if (nota !== undefined) return nota;
  const mappa = disponi(lato);
  mappe.set(lato, mappa);
  return mappa;
};

/** The smallest symbol that holds a text of printable ASCII characters. Throws when none does, or for another character. */
export const disegnaDataMatrix = (contenuto: string): CodiceMatrice => {
  const parole = encodeTesto(contenuto);
  const scelto = SIMBOLI.find(({ dati }) => dati >= parole.length);
  if (scelto === undefined) throw new Error(`DataMatrix: contenuto di ${contenuto.length} caratteri troppo lungo`);
  const { regione, regioni, dati, controlli, blocchi } = scelto;
  const codificate = aggiungiCorrezione(riempi(parole, dati), controlli, blocchi);
  const { lato, moduli } = mappaDi(regione * regioni);

  const isBit = (riga: number, colonna: number): boolean => {
    const posto = moduli[riga * lato + colonna] ?? 0;
    // The corner that no codeword reaches in some sizes: dark on its diagonal.
    if (posto === 0) return riga === colonna || (riga === lato - 2 && colonna === lato - 2);
    return (((codificate[(posto - 1) >> 3] ?? 0) >> (7 - ((posto - 1) & 7))) & 1) === 1;
  };
  const passo = regione + 2;
  return toTratti(passo * regioni, (x, y) => {
    const [dx, dy] = [x % passo, y % passo];
    // Finder of each region: solid on the left and below, alternating above and on the right.
    if (dx === 0 || dy === passo - 1) return true;
    if (dy === 0) return dx % 2 === 0;
    if (dx === passo - 1) return dy % 2 === 1;
    return isBit(Math.floor(y / passo) * regione + dy - 1, Math.floor(x / passo) * regione + dx - 1);
  });
};
