/** The sheet of a receipt: who was paid and by whom, when, through which PSP, how much and for what; the same marks and types as the notice. */

import { giornoItaliano, toIsoRoma } from "../../domain/valori/date.ts";
import { formatImportoItaliano } from "../../domain/valori/importo.ts";
import type { RicevutaDaStampare } from "../../ports/stampa-ricevuta.ts";
import { FINE, INTERA, incolonna, pezzo, riquadro, STILI, sfondo } from "./blocchi.ts";
import { COLORI, type Foglio, mm, PAGINA } from "./foglio.ts";
import { codiceAvvisoAGruppi } from "./formati.ts";
import { marchioPagoPa } from "./icone.ts";
import type { Logo } from "./logo.ts";

const LATO_LOGO = mm(30);
const ALTEZZA_BANDA = 20;
const STACCO = 14;
const META = { x: 312, larghezza: FINE - 312 };
const SINISTRA = { x: INTERA.x, larghezza: META.x - INTERA.x - 16 };

/** "26/11/2026, 10:15" in Rome. */
const dataOraItaliana = (istante: string): string => {
  const [giorno = "", ora = ""] = toIsoRoma(istante).split("T");
  return `${giornoItaliano(giorno)}, ${ora.slice(0, 5)}`;
};
const euro = (centesimi: bigint): string => `${formatImportoItaliano(centesimi)} Euro`;

const banda = (foglio: Foglio, y: number, titolo: string): number => {
  sfondo(foglio, riquadro(0, y, PAGINA.larghezza, ALTEZZA_BANDA));
  foglio.scrivi("H2", pezzo(titolo.toUpperCase(), STILI.banda, riquadro(INTERA.x, y + 4.6, INTERA.larghezza, 13)));
  return y + ALTEZZA_BANDA + 8;
};

/** A label over its value; answers where the next may start. */
const voce = (foglio: Foglio, colonna: { x: number; larghezza: number }, y: number, etichetta: string, valore: string): number => {
  const sotto = pezzo(valore, STILI.valore, riquadro(colonna.x, y + 11, colonna.larghezza, 40));
  foglio.scrivi("P", pezzo(etichetta, STILI.etichetta, riquadro(colonna.x, y, colonna.larghezza, 10)), sotto);
  return y + 11 + foglio.altezza(sotto) + 8;
};

const intestazione = (foglio: Foglio, { eseguito, causale, ente }: RicevutaDaStampare, logo: Logo | undefined): number => {
  const y = PAGINA.margine;
  const marchio = riquadro(INTERA.x, y, 66, 21);
  foglio.figura("pagoPA", marchio, (doc) => marchioPagoPa(doc, marchio.x, marchio.y));
  const x = INTERA.x + 82;
  const larghezza = FINE - LATO_LOGO - 14 - x;
  foglio.scrivi(
    "H1",
    pezzo(eseguito ? "RICEVUTA DI PAGAMENTO" : "RICEVUTA DI PAGAMENTO NON ESEGUITO", STILI.titolo, riquadro(x, y + 2.5, larghezza, 18)),
  );
  foglio.scrivi("P", pezzo(causale, STILI.oggettoGrande, riquadro(x, y + 22, larghezza, LATO_LOGO - 22)));
  if (logo !== undefined) {
    const area = riquadro(FINE - LATO_LOGO, y, LATO_LOGO, LATO_LOGO);
    foglio.figura(`Logo di ${ente.ragioneSociale}`, area, (doc) =>
      doc.image(logo.byte, area.x, area.y, { fit: [LATO_LOGO, LATO_LOGO], align: "right" }),
    );
  }
  return y + LATO_LOGO + STACCO;
};

const parti = (foglio: Foglio, y: number, { ente, debitore, versante }: RicevutaDaStampare): number => {
  const alto = banda(foglio, y, "Ente creditore e debitore");
  const sotto = [
    incolonna(foglio, SINISTRA, alto, [
      { testo: ente.ragioneSociale, stile: STILI.nome, altezza: 38 },
      { testo: ente.unita, stile: STILI.corpo, altezza: 27 },
      { testo: `Codice fiscale ${ente.idDominio}`, stile: STILI.nota, altezza: 14 },
      { testo: ente.info, stile: STILI.nota, altezza: 27 },
    ]),
    incolonna(foglio, META, alto, [
      { testo: debitore.anagrafica, stile: STILI.nome, altezza: 38 },
      {
        testo: debitore.identificativo === "ANONIMO" ? undefined : `Codice fiscale ${debitore.identificativo}`,
        stile: STILI.nota,
        altezza: 14,
      },
      { testo: versante && `Pagato da ${versante.anagrafica}`, stile: STILI.nota, altezza: 27, stacco: 0 },
    ]),
  ];
  return Math.max(...sotto) + STACCO;
};

const pagamento = (foglio: Foglio, y: number, ricevuta: RicevutaDaStampare): number => {
  const alto = banda(foglio, y, "Pagamento");
  const { commissioni, metodo } = ricevuta;
  const sinistra: readonly (readonly [string, string | undefined])[] = [
    ["Importo", euro(ricevuta.importo)],
    ["Data e ora", dataOraItaliana(ricevuta.dataPagamento)],
    ["Prestatore di servizi di pagamento (PSP)", ricevuta.psp],
    ["Canale", ricevuta.canale],
  ];
  const destra: readonly (readonly [string, string | undefined])[] = [
    ["Commissioni del PSP, oltre all'importo", commissioni === undefined ? undefined : euro(commissioni)],
    ["Codice avviso", codiceAvvisoAGruppi(ricevuta.numeroAvviso)],
    ["Identificativo univoco di versamento (IUV)", ricevuta.iuv],
    ["Identificativo della ricevuta (IUR)", ricevuta.idRicevuta],
    ["Strumento", metodo],
  ];
  const sotto = [SINISTRA, META].map((colonna, n) => {
    let fine = alto;
    for (const [etichetta, valore] of n === 0 ? sinistra : destra)
      if (valore !== undefined && valore.trim() !== "") fine = voce(foglio, colonna, fine, etichetta, valore);
    return fine;
  });
  return Math.max(...sotto) + STACCO - 8;
};

const dettaglio = (foglio: Foglio, y: number, { righe, ente }: RicevutaDaStampare): number => {
  let alto = banda(foglio, y, "Dettaglio");
  for (const { descrizione, importo, beneficiario } of righe) {
    const chi = beneficiario === ente.idDominio ? descrizione : `${descrizione} (beneficiario ${beneficiario})`;
    const testo = pezzo(chi, STILI.nota, riquadro(INTERA.x, alto, INTERA.larghezza - 120, 36));
    const cifra = pezzo(euro(importo), { ...STILI.notaForte, destra: true }, riquadro(FINE - 110, alto, 110, 14));
    foglio.scrivi("P", testo, cifra);
    alto += Math.max(foglio.altezza(testo), 12) + 6;
    foglio.decora((doc) => doc.rect(INTERA.x, alto - 3, INTERA.larghezza, 0.5).fill(COLORI.fondo));
  }
  return alto + STACCO;
};

/** Draws the whole receipt on the open page, in reading order. */
export const impaginaRicevuta = (foglio: Foglio, ricevuta: RicevutaDaStampare, logo: Logo | undefined): void => {
  let y = 0;
  const parte = (disegna: () => number): void =>
    foglio.sezione(() => {
      y = disegna();
    });
  parte(() => intestazione(foglio, ricevuta, logo));
  parte(() => parti(foglio, y, ricevuta));
  parte(() => pagamento(foglio, y, ricevuta));
  parte(() => dettaglio(foglio, y, ricevuta));
  const nota =
    `Stampa della ricevuta telematica che pagoPA ha consegnato il ${dataOraItaliana(ricevuta.dataRicezione)}. ` +
    "Fa fede la ricevuta telematica, che l'ente creditore conserva e da cui si può chiedere l'originale in XML.";
  foglio.sezione(() => foglio.scrivi("P", pezzo(nota, STILI.notaPiccola, riquadro(INTERA.x, y, INTERA.larghezza, 30))));
};
