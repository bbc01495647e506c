/** The top of a notice (AVV 3.5, intestazione, ente creditore, destinatario): the heading comes back on every sheet. */
import {
  altezzaBanda,
  banda,
  type Colonna,
  FINE,
  type Impaginato,
  incolonna,
  inFondoAllaBanda,
  pezzo,
  riquadro,
  STILI,
} from "./blocchi.ts";
import { mm, PAGINA } from "./foglio.ts";
import { marchioPagoPa } from "./icone.ts";

export const SINISTRA: Colonna = { x: PAGINA.margine, larghezza: 253 };
export const DESTRA: Colonna = { x: 312, larghezza: FINE - 312 };
const META = PAGINA.larghezza / 2;
const FESSURA = 2;
/** Room of the code at the end of a band with its label. */
const RISERVA_CODICE = 172;

/** Where the heading ends, and where what follows may start. */
export const SOTTO_INTESTAZIONE = PAGINA.margine + mm(30) + 7;

export const bandaSinistra = (m: Impaginato, y: number) => riquadro(0, y, META - FESSURA, altezzaBanda(m));
export const bandaDestra = (m: Impaginato, y: number) => riquadro(META + FESSURA, y, META - FESSURA, altezzaBanda(m));

export const intestazione = (m: Impaginato): void => {
  const { foglio, avviso, logo, testi, seconda } = m;
  const y = PAGINA.margine;
  const lato = mm(30);
  const xTitolo = PAGINA.margine + 82;
  const larghezza = FINE - lato - 14 - xTitolo;
  const marchio = riquadro(PAGINA.margine, y, 66, 21);
  foglio.figura("pagoPA", marchio, (doc) => marchioPagoPa(doc, marchio.x, marchio.y));
  const titolo = testi.titolo.toUpperCase();
  const occupata = foglio.larghezza(titolo, STILI.titolo) + 5;
  foglio.scrivi(
    "H1",
    pezzo(titolo, STILI.titolo, riquadro(xTitolo, y + 2.5, larghezza, 18)),
    ...(seconda === undefined
      ? []
      : [
          pezzo(
            `/ ${seconda.titolo}`,
            { ...STILI.titolo, carattere: "testo" as const },
            riquadro(xTitolo + occupata, y + 2.5, larghezza - occupata, 18),
            seconda.lingua,
          ),
        ]),
  );
  const altro = seconda === undefined ? undefined : avviso.oggettoSecondario;
  const spazio = lato - 22;
  const oggetto = pezzo(
    avviso.oggetto,
    STILI.oggettoGrande,
    riquadro(xTitolo, y + 22, larghezza, altro === undefined ? spazio : spazio * 0.6),
  );
  foglio.scrivi("P", oggetto);
  if (altro !== undefined) {
    const alto = foglio.altezza(oggetto) + 2;
    foglio.scrivi("P", pezzo(altro, STILI.oggettoSecondario, riquadro(xTitolo, y + 22 + alto, larghezza, spazio - alto), seconda?.lingua));
  }
  if (logo === undefined) return;
  const area = riquadro(FINE - lato, y, lato, lato);
  foglio.figura(`Logo di ${avviso.ente.ragioneSociale}`, area, (doc) =>
    doc.image(logo.byte, area.x, area.y, { fit: [lato, lato], align: "right" }),
  );
};

/** Contacts in one line, with the middle dot that the guidelines suggest between them. */
const contatti = ({ info, web }: Impaginato["avviso"]["ente"]): string => {
  const sito = web !== undefined && info?.includes(web) === true ? undefined : web;
  return [info, sito].filter((parte) => parte !== undefined && parte.trim() !== "").join(" · ");
};

/** Answers where its texts end. */
export const ente = (m: Impaginato, y: number): number => {
  const { idDominio, ragioneSociale, unita } = m.avviso.ente;
  banda(m, {
    fondo: bandaSinistra(m, y),
    colonna: SINISTRA,
    titolo: m.testi.ente,
    secondo: m.seconda?.ente,
    riserva: RISERVA_CODICE - 36,
  });
  inFondoAllaBanda(m, SINISTRA, y, "codiceFiscale", idDominio.toUpperCase());
  return incolonna(m.foglio, SINISTRA, y + altezzaBanda(m) + 8, [
    { testo: ragioneSociale, stile: STILI.nome, altezza: 38 },
    { testo: unita, stile: STILI.corpo, altezza: 27 },
    { testo: contatti(m.avviso.ente), stile: STILI.nota, altezza: 27 },
  ]);
};

/** Answers where its texts end. */
export const destinatario = (m: Impaginato, y: number): number => {
  const { identificativo, anagrafica, indirizzo } = m.avviso.debitore;
  const ignoto = identificativo.trim() === "" || identificativo.toUpperCase() === "ANONIMO";
  banda(m, {
    fondo: bandaDestra(m, y),
    colonna: DESTRA,
    titolo: m.testi.destinatario,
    secondo: m.seconda?.destinatario,
    riserva: ignoto ? 0 : RISERVA_CODICE,
  });
  if (!ignoto) inFondoAllaBanda(m, DESTRA, y, "codiceFiscale", identificativo.toUpperCase());
  return incolonna(m.foglio, DESTRA, y + altezzaBanda(m) + 8, [
    { testo: anagrafica, stile: STILI.nome, altezza: 38 },
    { testo: indirizzo, stile: STILI.corpo, altezza: 54 },
  ]);
};
