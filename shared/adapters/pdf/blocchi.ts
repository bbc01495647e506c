/** The building blocks that the parts of the notice share: grey bands, stacked texts, labelled values. */
import { COLORI, type Foglio, type Pezzo, type Riquadro, type StileTesto } from "./foglio.ts";
import { TESTI } from "./testi-avviso.ts";

export const STILI = {
  titolo: { carattere: "forte", corpo: 13, corpoMinimo: 13, interlinea: 1.2 },
  oggettoGrande: { carattere: "forte", corpo: 19, corpoMinimo: 9, interlinea: 1.18 },
  banda: { carattere: "forte", corpo: 10, corpoMinimo: 8, interlinea: 1.2 },
  bandaNota: { carattere: "testo", corpo: 8.5, corpoMinimo: 7, interlinea: 1.2, destra: true },
  bandaCifre: { carattere: "cifre", corpo: 9.5, corpoMinimo: 7, interlinea: 1.2, destra: true, lineaFissa: true },
  nome: { carattere: "forte", corpo: 14, corpoMinimo: 7.5, interlinea: 1.18 },
  corpo: { carattere: "testo", corpo: 11, corpoMinimo: 7, interlinea: 1.22 },
  nota: { carattere: "testo", corpo: 9, corpoMinimo: 6.5, interlinea: 1.25 },
  notaForte: { carattere: "forte", corpo: 9.5, corpoMinimo: 8, interlinea: 1.25 },
  etichetta: { carattere: "testo", corpo: 8, corpoMinimo: 7, interlinea: 1.2 },
  valore: { carattere: "forte", corpo: 11, corpoMinimo: 6.5, interlinea: 1.18 },
  importo: { carattere: "forte", corpo: 21, corpoMinimo: 12, interlinea: 1.2, lineaFissa: true },
  scadenza: { carattere: "forte", corpo: 15, corpoMinimo: 12, interlinea: 1.2, lineaFissa: true },
  euro: { carattere: "testo", corpo: 11, corpoMinimo: 11, interlinea: 1.2, lineaFissa: true },
  cifre: { carattere: "cifreForti", corpo: 12.5, corpoMinimo: 8, interlinea: 1.2, lineaFissa: true },
  cifreImporto: { carattere: "cifreForti", corpo: 15, corpoMinimo: 10, interlinea: 1.2, lineaFissa: true },
} as const satisfies Record<string, StileTesto>;

export const pezzo = (testo: string, stile: StileTesto, riquadro: Riquadro): Pezzo => ({ testo, stile, riquadro });

export const riquadro = (x: number, y: number, larghezza: number, altezza: number): Riquadro => ({ x, y, larghezza, altezza });

export interface Colonna {
  readonly x: number;
  readonly larghezza: number;
}

export const ALTEZZA_BANDA = 20;

const sfondo = (foglio: Foglio, r: Riquadro): void => foglio.decora((doc) => doc.rect(r.x, r.y, r.larghezza, r.altezza).fill(COLORI.fondo));

/** A grey band with its heading and, at the right end, further texts read after it as one paragraph. */
export const banda = (foglio: Foglio, fondo: Riquadro, colonna: Colonna, titolo: string, aDestra: readonly Pezzo[] = []): void => {
  sfondo(foglio, fondo);
  foglio.scrivi("H2", pezzo(titolo, STILI.banda, riquadro(colonna.x, fondo.y + 4.6, colonna.larghezza, ALTEZZA_BANDA)));
  if (aDestra.length > 0) foglio.scrivi("P", ...aDestra);
};

/** "Cod. Fiscale XXXXXXXXXXX" at the right end of a band. */
export const codiceFiscaleInBanda = (colonna: Colonna, y: number, codice: string): Pezzo[] => {
  // Every character of Roboto Mono is 0.6 em wide.
  const larghezzaCodice = Math.min(100, codice.length * 0.602 * STILI.bandaCifre.corpo);
  const inizio = colonna.x + colonna.larghezza - larghezzaCodice;
  return [
    pezzo(TESTI.codiceFiscale, STILI.bandaNota, riquadro(inizio - 66, y + 5.8, 60, ALTEZZA_BANDA)),
    pezzo(codice.toUpperCase(), STILI.bandaCifre, riquadro(inizio, y + 5.1, larghezzaCodice, ALTEZZA_BANDA)),
  ];
};

/** Texts one under the other in a column, each with its own maximum height; the empty ones take no room. */
export const incolonna = (
  foglio: Foglio,
  colonna: Colonna,
  y: number,
  testi: readonly { testo: string | undefined; stile: StileTesto; altezza: number }[],
): void => {
  let alto = y;
  for (const { testo, stile, altezza } of testi) {
    if (testo === undefined || testo.trim() === "") continue;
    const parte = pezzo(testo, stile, riquadro(colonna.x, alto, colonna.larghezza, altezza));
    foglio.scrivi("P", parte);
    alto += foglio.altezza(parte) + 3;
  }
};

/** A small label with its value underneath, one element for who listens. */
export const voce = (foglio: Foglio, r: Riquadro, etichetta: string, valore: string, stile: StileTesto = STILI.valore): void =>
  foglio.scrivi(
    "P",
    pezzo(etichetta, STILI.etichetta, riquadro(r.x, r.y, r.larghezza, 10)),
    pezzo(valore, stile, riquadro(r.x, r.y + 11, r.larghezza, r.altezza - 11)),
  );
