/** The poster of a payment page: who is paid, for what, how much, and a QR code that can be read from two metres. */
import type { LocandinaDaStampare } from "../../ports/stampa-locandina.ts";
import { incolonna, pezzo, riquadro, STILI } from "./blocchi.ts";
import { COLORI, type Foglio, mm, PAGINA } from "./foglio.ts";
import type { Logo } from "./logo.ts";
import type { CodiceMatrice } from "./matrice.ts";

const TESTO = { x: mm(20), larghezza: PAGINA.larghezza - mm(40) };
const LATO_LOGO = mm(28);
/** 110 mm: ten times the distance at which a phone reads it. */
const LATO_QR = mm(110);
const TITOLO = { carattere: "forte", corpo: 38, corpoMinimo: 18, interlinea: 1.12 } as const;
const SOTTOTITOLO = { carattere: "testo", corpo: 17, corpoMinimo: 10, interlinea: 1.25 } as const;
const IMPORTO = { carattere: "forte", corpo: 24, corpoMinimo: 14, interlinea: 1.2 } as const;
const ISTRUZIONI = { carattere: "testo", corpo: 14, corpoMinimo: 10, interlinea: 1.25 } as const;
const INDIRIZZO = { carattere: "cifre", corpo: 11, corpoMinimo: 6, interlinea: 1.25 } as const;

const testata = (foglio: Foglio, { ente }: LocandinaDaStampare, logo: Logo | undefined): number => {
  const y = mm(18);
  const x = logo === undefined ? TESTO.x : TESTO.x + LATO_LOGO + 14;
  if (logo !== undefined) {
    const area = riquadro(TESTO.x, y, LATO_LOGO, LATO_LOGO);
    foglio.figura(`Logo di ${ente.ragioneSociale}`, area, (doc) => doc.image(logo.byte, area.x, area.y, { fit: [LATO_LOGO, LATO_LOGO] }));
  }
  const fine = incolonna(foglio, { x, larghezza: TESTO.x + TESTO.larghezza - x }, y + 4, [
    { testo: ente.ragioneSociale, stile: { ...STILI.nome, corpo: 20 }, altezza: 50 },
    { testo: ente.unita, stile: STILI.corpo, altezza: 27 },
  ]);
  const sotto = Math.max(fine, logo === undefined ? 0 : y + LATO_LOGO) + 10;
  foglio.decora((doc) => doc.rect(TESTO.x, sotto, TESTO.larghezza, 1.2).fill(COLORI.blu));
  return sotto + 20;
};

const disegna = (foglio: Foglio, { indirizzo }: LocandinaDaStampare, { lato, tratti }: CodiceMatrice, x: number, y: number): void => {
  const modulo = LATO_QR / lato;
  const numero = (punti: number): string => punti.toFixed(3);
  const rettangoli = tratti.map(
    (t) => `${numero(x + t.x * modulo)} ${numero(y + t.y * modulo)} ${numero(t.larghezza * modulo)} ${numero(modulo)} re`,
  );
  foglio.figura(`Codice QR che apre ${indirizzo}`, riquadro(x, y, LATO_QR, LATO_QR), (doc) => {
    doc.fillColor(COLORI.nero).addContent([...rettangoli, "f"].join("\n"));
  });
};

/** Draws the whole poster on the open page, in reading order. */
export const impaginaLocandina = (foglio: Foglio, locandina: LocandinaDaStampare, logo: Logo | undefined, qr: CodiceMatrice): void => {
  let y = testata(foglio, locandina, logo);
  const titolo = pezzo(locandina.titolo, TITOLO, riquadro(TESTO.x, y, TESTO.larghezza, 92));
  foglio.scrivi("H1", titolo);
  y += foglio.altezza(titolo) + 10;
  y = incolonna(foglio, TESTO, y, [
    { testo: locandina.descrizione, stile: SOTTOTITOLO, altezza: 68, stacco: 10 },
    { testo: locandina.importo, stile: IMPORTO, altezza: 32, stacco: 12 },
  ]);
  const sinistra = (PAGINA.larghezza - LATO_QR) / 2;
  disegna(foglio, locandina, qr, sinistra, y + 8);
  y += LATO_QR + 28;
  incolonna(foglio, TESTO, y, [
    { testo: "Inquadra il codice con il telefono, oppure scrivi l'indirizzo nel browser:", stile: ISTRUZIONI, altezza: 38, stacco: 6 },
    { testo: locandina.indirizzo, stile: INDIRIZZO, altezza: 44 },
  ]);
  const piede = riquadro(TESTO.x, PAGINA.altezza - PAGINA.margine - 12, TESTO.larghezza, 12);
  foglio.contorna(pezzo(`Pagamento su pagoPA · ${locandina.ente.ragioneSociale}`, STILI.etichetta, piede));
};
