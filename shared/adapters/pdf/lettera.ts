/** The sheet of a letter: who writes, to whom, about what, what happened and what was decided; the facts in a table. */
import { giornoDi, giornoItaliano } from "../../domain/valori/date.ts";
import type { LetteraDaStampare } from "../../ports/stampa-lettera.ts";
import { FINE, incolonna, pezzo, riquadro, STILI } from "./blocchi.ts";
import { COLORI, type Foglio, mm, PAGINA } from "./foglio.ts";
import type { Logo } from "./logo.ts";

/** Wider than a notice's: a letter is held and filed. */
const TESTO = { x: mm(20), larghezza: PAGINA.larghezza - mm(40) };
const DESTINATARIO = { x: mm(115), larghezza: FINE - mm(115) };
const LATO_LOGO = mm(22);
const STACCO = 14;
const ETICHETTA = 150;
const CORPO = { ...STILI.corpo, corpo: 11, interlinea: 1.35 } as const;

const testata = (foglio: Foglio, { ente }: LetteraDaStampare, logo: Logo | undefined): number => {
  const y = mm(15);
  const x = logo === undefined ? TESTO.x : TESTO.x + LATO_LOGO + 12;
  if (logo !== undefined) {
    const area = riquadro(TESTO.x, y, LATO_LOGO, LATO_LOGO);
    foglio.figura(`Logo di ${ente.ragioneSociale}`, area, (doc) => doc.image(logo.byte, area.x, area.y, { fit: [LATO_LOGO, LATO_LOGO] }));
  }
  const colonna = { x, larghezza: TESTO.x + TESTO.larghezza - x };
  const contatti = [ente.info, ente.web].filter((parte) => parte !== undefined && parte !== "").join(" · ");
  const fine = incolonna(foglio, colonna, y, [
    { testo: ente.ragioneSociale, stile: STILI.nome, altezza: 38 },
    { testo: ente.unita, stile: STILI.corpo, altezza: 27 },
    { testo: `Codice fiscale ${ente.idDominio}`, stile: STILI.nota, altezza: 14 },
    { testo: contatti, stile: STILI.nota, altezza: 27 },
  ]);
  const sotto = Math.max(fine, logo === undefined ? 0 : y + LATO_LOGO) + 6;
  foglio.decora((doc) => doc.rect(TESTO.x, sotto, TESTO.larghezza, 0.8).fill(COLORI.grigio));
  return sotto + STACCO;
};

/** Where a window envelope shows it. */
const indirizzo = (foglio: Foglio, y: number, { destinatario, stampataAlle }: LetteraDaStampare): number => {
  const alto = Math.max(y, mm(52));
  const data = pezzo(giornoItaliano(giornoDi(stampataAlle)), STILI.corpo, riquadro(TESTO.x, alto, DESTINATARIO.x - TESTO.x - 10, 14));
  foglio.scrivi("P", data);
  return incolonna(
    foglio,
    DESTINATARIO,
    alto,
    destinatario.map((testo) => ({ testo, stile: STILI.corpo, altezza: 28 })),
  );
};

/** A row of two cells: what it is, what it says. */
const tabella = (foglio: Foglio, y: number, righe: LetteraDaStampare["righe"]): number => {
  let alto = y;
  foglio.sezione(() => {
    for (const [nome, valore] of righe) {
      const etichetta = pezzo(nome, STILI.nota, riquadro(TESTO.x, alto, ETICHETTA - 10, 26));
      const testo = pezzo(valore, STILI.notaForte, riquadro(TESTO.x + ETICHETTA, alto, TESTO.larghezza - ETICHETTA, 40));
      foglio.sezione(() => {
        foglio.scrivi("TH", etichetta);
        foglio.scrivi("TD", testo);
      }, "TR");
      alto += Math.max(foglio.altezza(etichetta), foglio.altezza(testo)) + 7;
      const linea = alto - 4;
      foglio.decora((doc) => doc.rect(TESTO.x, linea, TESTO.larghezza, 0.5).fill(COLORI.fondo));
    }
  }, "Table");
  return alto + STACCO;
};

/** Draws the whole letter on the open page, in reading order. */
export const impaginaLettera = (foglio: Foglio, lettera: LetteraDaStampare, logo: Logo | undefined): void => {
  let y = testata(foglio, lettera, logo);
  y = Math.max(indirizzo(foglio, y, lettera) + 2 * STACCO, mm(95));
  const oggetto = pezzo(`Oggetto: ${lettera.oggetto}`, { ...STILI.nome, corpo: 12.5 }, riquadro(TESTO.x, y, TESTO.larghezza, 34));
  foglio.scrivi("H1", oggetto);
  y += foglio.altezza(oggetto) + STACCO;
  y = incolonna(
    foglio,
    TESTO,
    y,
    lettera.paragrafi.map((testo) => ({ testo, stile: CORPO, altezza: 110, stacco: 10 })),
  );
  y = tabella(foglio, y + 4, lettera.righe);
  foglio.scrivi("P", pezzo(lettera.ente.ragioneSociale, STILI.corpo, riquadro(DESTINATARIO.x, y + 8, DESTINATARIO.larghezza, 28)));
  const piede = riquadro(TESTO.x, PAGINA.altezza - PAGINA.margine - 10, TESTO.larghezza, 10);
  foglio.contorna(pezzo(`Fascicolo ${lettera.id}`, STILI.etichetta, piede));
};
