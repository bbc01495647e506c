/** The building blocks that the parts of the notice share: grey bands, stacked texts, labelled values; in two languages when there are two. */

import type { AvvisoDaStampare, PagamentoDaStampare } from "../../ports/stampa-avviso.ts";
import { COLORI, type Foglio, mm, PAGINA, type Pezzo, type Riquadro, type StileTesto } from "./foglio.ts";
import type { Logo } from "./logo.ts";
import type { CodiceMatrice } from "./matrice.ts";
import type { Testi } from "./testi/testi.ts";

export const STILI = {
  titolo: { carattere: "forte", corpo: 13, corpoMinimo: 9, interlinea: 1.2 },
  oggettoGrande: { carattere: "forte", corpo: 19, corpoMinimo: 9, interlinea: 1.18 },
  oggettoSecondario: { carattere: "testo", corpo: 11, corpoMinimo: 6.5, interlinea: 1.2 },
  banda: { carattere: "forte", corpo: 10, corpoMinimo: 7, interlinea: 1.2, lineaFissa: true },
  bandaSecondaria: { carattere: "testo", corpo: 8.5, corpoMinimo: 6.5, interlinea: 1.2, lineaFissa: true },
  bandaNota: { carattere: "testo", corpo: 8.5, corpoMinimo: 6.5, interlinea: 1.2, destra: true, lineaFissa: true },
  bandaCifre: { carattere: "cifre", corpo: 9.5, corpoMinimo: 7, interlinea: 1.2, destra: true, lineaFissa: true },
  nome: { carattere: "forte", corpo: 14, corpoMinimo: 7.5, interlinea: 1.18 },
  corpo: { carattere: "testo", corpo: 11, corpoMinimo: 7, interlinea: 1.22 },
  nota: { carattere: "testo", corpo: 9, corpoMinimo: 6.5, interlinea: 1.25 },
  notaPiccola: { carattere: "testo", corpo: 8, corpoMinimo: 6, interlinea: 1.22 },
  notaForte: { carattere: "forte", corpo: 9.5, corpoMinimo: 7.5, interlinea: 1.25 },
  notaFortePiccola: { carattere: "forte", corpo: 8, corpoMinimo: 6, interlinea: 1.22 },
  etichetta: { carattere: "testo", corpo: 8, corpoMinimo: 6, interlinea: 1.2, lineaFissa: true },
  etichettaSotto: { carattere: "testo", corpo: 7, corpoMinimo: 5.5, interlinea: 1.15, lineaFissa: true },
  valore: { carattere: "forte", corpo: 11, corpoMinimo: 6.5, interlinea: 1.18 },
  valoreModulo: { carattere: "forte", corpo: 10, corpoMinimo: 6, interlinea: 1.16 },
  valorePoste: { carattere: "forte", corpo: 9, corpoMinimo: 5.5, interlinea: 1.16 },
  importo: { carattere: "forte", corpo: 21, corpoMinimo: 12, interlinea: 1.2, lineaFissa: true },
  importoSoglia: { carattere: "forte", corpo: 16, corpoMinimo: 11, interlinea: 1.2, lineaFissa: true },
  scadenza: { carattere: "forte", corpo: 15, corpoMinimo: 11, interlinea: 1.2, lineaFissa: true },
  euro: { carattere: "testo", corpo: 11, corpoMinimo: 9, interlinea: 1.2, lineaFissa: true },
  cifre: { carattere: "cifreForti", corpo: 12.5, corpoMinimo: 7, interlinea: 1.2, lineaFissa: true },
  cifrePiccole: { carattere: "cifreForti", corpo: 10, corpoMinimo: 6, interlinea: 1.2, lineaFissa: true },
  cifreModulo: { carattere: "cifreForti", corpo: 11.5, corpoMinimo: 7, interlinea: 1.2, lineaFissa: true },
  cifreImporto: { carattere: "cifreForti", corpo: 15, corpoMinimo: 8, interlinea: 1.2, lineaFissa: true },
  poste: { carattere: "testo", corpo: 7.5, corpoMinimo: 5.5, interlinea: 1.2 },
  autorizzazione: { carattere: "testo", corpo: 7, corpoMinimo: 5, interlinea: 1.2, colore: COLORI.nero70 },
} as const satisfies Record<string, StileTesto>;

/** What every part of a notice needs to be drawn. */
export interface Impaginato {
  readonly foglio: Foglio;
  readonly avviso: AvvisoDaStampare;
  readonly logo: Logo | undefined;
  readonly testi: Testi;
  /** Texts of the second language of a bilingual notice. */
  readonly seconda: Testi | undefined;
  readonly qr: (pagamento: PagamentoDaStampare) => CodiceMatrice;
  readonly dataMatrix: (pagamento: PagamentoDaStampare) => CodiceMatrice | undefined;
}

export type NomeTesto = Exclude<keyof Testi, "lingua">;

export const pezzo = (testo: string, stile: StileTesto, riquadro: Riquadro, lingua?: string): Pezzo => ({ testo, stile, riquadro, lingua });

export const riquadro = (x: number, y: number, larghezza: number, altezza: number): Riquadro => ({ x, y, larghezza, altezza });

export interface Colonna {
  readonly x: number;
  readonly larghezza: number;
}

export const FINE = PAGINA.larghezza - PAGINA.margine;
export const FONDO = PAGINA.altezza - PAGINA.margine;
export const INTERA: Colonna = { x: PAGINA.margine, larghezza: FINE - PAGINA.margine };
export const LATO_CODICE = mm(25);
/** Four modules of the QR code (ISO 18004): nothing may be printed there. */
export const ZONA_QUIETA = (4 * LATO_CODICE) / 33 + 0.4;

/** Two lines when the heading is in two languages. */
export const altezzaBanda = ({ seconda }: Impaginato): number => (seconda === undefined ? 20 : 29);

/** From the top of a band to its lines of text. */
export const primaRiga = ({ seconda }: Impaginato): number => (seconda === undefined ? 4.6 : 3.4);
export const SECONDA_RIGA = 15.2;

export const sfondo = (foglio: Foglio, r: Riquadro): void =>
  foglio.decora((doc) => doc.rect(r.x, r.y, r.larghezza, r.altezza).fill(COLORI.fondo));

export interface Banda {
  readonly fondo: Riquadro;
  readonly colonna: Colonna;
  readonly titolo: string;
  readonly secondo?: string | undefined;
  /** Room left at the right end. */
  readonly riserva?: number;
}

/** A grey band with its heading; the second language goes under the Italian. */
export const banda = (m: Impaginato, { fondo, colonna, titolo, secondo, riserva = 0 }: Banda): void => {
  const larghezza = colonna.larghezza - riserva;
  sfondo(m.foglio, fondo);
  const righe = [pezzo(titolo.toUpperCase(), STILI.banda, riquadro(colonna.x, fondo.y + primaRiga(m), larghezza, 13))];
  if (secondo !== undefined && m.seconda !== undefined) {
    righe.push(pezzo(secondo, STILI.bandaSecondaria, riquadro(colonna.x, fondo.y + SECONDA_RIGA, larghezza, 11), m.seconda.lingua));
  }
  m.foglio.scrivi("H2", ...righe);
};

/** "label value" at the right end of a band: the value in digits, the label (in both languages) before it. */
export const inFondoAllaBanda = (m: Impaginato, colonna: Colonna, y: number, nome: NomeTesto, valore: string): void => {
  const larghezzaValore = Math.min(102, m.foglio.larghezza(valore, STILI.bandaCifre) + 0.5);
  const inizio = colonna.x + colonna.larghezza - larghezzaValore;
  const larga = colonna.larghezza > 240 ? 64 : 46;
  const etichetta = (testo: string, alto: number, lingua?: string) =>
    pezzo(testo, STILI.bandaNota, riquadro(inizio - larga - 4, y + alto, larga, 12), lingua);
  m.foglio.scrivi(
    "P",
    etichetta(m.testi[nome], primaRiga(m) + 1.2),
    ...(m.seconda === undefined ? [] : [etichetta(m.seconda[nome], SECONDA_RIGA, m.seconda.lingua)]),
    pezzo(valore, STILI.bandaCifre, riquadro(inizio, y + primaRiga(m) + 0.5, larghezzaValore, 13)),
  );
};

export interface Testo {
  readonly testo: string | undefined;
  readonly stile: StileTesto;
  readonly altezza: number;
  readonly lingua?: string | undefined;
  readonly etichetta?: "H3" | "P";
  readonly stacco?: number;
}

/** Texts one under the other in a column, each with its own maximum height; the empty ones take no room. Answers where the next would start. */
export const incolonna = (foglio: Foglio, colonna: Colonna, y: number, testi: readonly Testo[]): number => {
  let alto = y;
  for (const { testo, stile, altezza, lingua, etichetta = "P", stacco = 3 } of testi) {
    if (testo === undefined || testo.trim() === "") continue;
    const parte = pezzo(testo, stile, riquadro(colonna.x, alto, colonna.larghezza, altezza), lingua);
    foglio.scrivi(etichetta, parte);
    alto += foglio.altezza(parte) + stacco;
  }
  return alto;
};

/** Below this size two labels on one line are no longer read: the second goes under the first. */
const CORPO_SU_UNA_LINEA = 6.5;
const LINEA_ETICHETTA = 11;
const LINEA_SECONDA = 7.6;

/** The label and its translation after a slash, unless it is the same word; under it where the line is too short for both. */
export const etichette = (m: Impaginato, r: Riquadro, nome: NomeTesto): { readonly pezzi: readonly Pezzo[]; readonly altezza: number } => {
  const prima = m.testi[nome];
  const sola = pezzo(prima, STILI.etichetta, { ...r, altezza: 10 });
  if (m.seconda === undefined || m.seconda[nome] === prima) return { pezzi: [sola], altezza: LINEA_ETICHETTA };
  const seconda = `/ ${m.seconda[nome]}`;
  const [a, b] = [m.foglio.larghezza(prima, STILI.etichetta) + 2.5, m.foglio.larghezza(seconda, STILI.etichetta)];
  const corpo = Math.min(STILI.etichetta.corpo, (STILI.etichetta.corpo * r.larghezza) / (a + b + 0.5));
  if (corpo < CORPO_SU_UNA_LINEA) {
    const sotto = pezzo(m.seconda[nome], STILI.etichettaSotto, riquadro(r.x, r.y + 9, r.larghezza, 8), m.seconda.lingua);
    return { pezzi: [sola, sotto], altezza: LINEA_ETICHETTA + LINEA_SECONDA };
  }
  const stile = { ...STILI.etichetta, corpo, corpoMinimo: corpo };
  const inizio = (a * corpo) / STILI.etichetta.corpo;
  const linea = r.y + 0.86 * (STILI.etichetta.corpo - corpo);
  return {
    pezzi: [
      pezzo(prima, stile, { ...r, y: linea, larghezza: inizio + 1, altezza: 10 }),
      pezzo(seconda, stile, { ...r, y: linea, x: r.x + inizio, larghezza: r.larghezza - inizio + 1, altezza: 10 }, m.seconda.lingua),
    ],
    altezza: LINEA_ETICHETTA,
  };
};

/** A small label with its value underneath, one element for who listens. */
export const voce = (m: Impaginato, r: Riquadro, nome: NomeTesto, valore: string, stile: StileTesto = STILI.valore): void => {
  const { pezzi, altezza } = etichette(m, r, nome);
  // A code never breaks in two: it shrinks on its line.
  const spazio = stile.lineaFissa === true ? stile.corpo * stile.interlinea : r.altezza - altezza;
  m.foglio.scrivi("P", ...pezzi, pezzo(valore, stile, riquadro(r.x, r.y + altezza, r.larghezza, spazio)));
};

const cifra = (punti: number): string => punti.toFixed(3);

/** A code of 25 mm at a corner. Its hundreds of rectangles are one piece of content: one by one they cost more than the rest of the sheet. */
export const codice = (foglio: Foglio, alternativa: string, x: number, y: number, { lato, tratti }: CodiceMatrice): void => {
  const modulo = LATO_CODICE / lato;
  const disegno = tratti.map(
    (t) => `${cifra(x + t.x * modulo)} ${cifra(y + t.y * modulo)} ${cifra(t.larghezza * modulo)} ${cifra(modulo)} re`,
  );
  foglio.figura(alternativa, riquadro(x, y, LATO_CODICE, LATO_CODICE), (doc) => {
    doc.fillColor(COLORI.nero).addContent([...disegno, "f"].join("\n"));
  });
};
