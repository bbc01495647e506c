/**
 * A tagged A4 sheet: everything written belongs to the structure tree or is an artifact (ISO 14289-1, 7.1), texts keep to their boxes, and the
 * order of the calls is the reading order.
 */
import PDFDocument from "pdfkit";
import { CARATTERI, type Carattere, leggiCarattere } from "./caratteri.ts";
import { componi, type Spazio, type Stile, testoStampabile } from "./testo.ts";

export const COLORI = { nero: "#000000", grigio: "#7C7C7B", fondo: "#ECECEC", blu: "#0066CC", bianco: "#FFFFFF" } as const;

export const mm = (millimetri: number): number => (millimetri * 72) / 25.4;

export const PAGINA = { larghezza: 595.28, altezza: 841.89, margine: mm(10) } as const;

export interface StileTesto extends Stile {
  readonly carattere: Carattere;
  readonly colore?: string;
  /** Right-aligned texts end at the right side of their box. */
  readonly destra?: boolean;
  /** The baseline stays where the full size has it, so that a shrunk text still stands on the line of its neighbours. */
  readonly lineaFissa?: boolean;
}

export interface Riquadro extends Spazio {
  readonly x: number;
  readonly y: number;
}

/** A text in its box; the baseline of the first line is one ascent below the top. */
export interface Pezzo {
  readonly testo: string;
  readonly stile: StileTesto;
  readonly riquadro: Riquadro;
}

export type Etichetta = "H1" | "H2" | "H3" | "P";

export interface OpzioniFoglio {
  readonly titolo: string;
  readonly creato: string;
  readonly compress: boolean;
}

export interface Foglio {
  /** Height in points that the text takes in its box, at most that of the box. */
  altezza(pezzo: Pezzo): number;
  /** One element of the structure made of one or more texts, read one after the other. */
  scrivi(etichetta: Etichetta, ...pezzi: readonly Pezzo[]): void;
  figura(alternativa: string, riquadro: Riquadro, disegna: (doc: PDFKit.PDFDocument) => void): void;
  /** Decoration that assistive technology must skip. */
  decora(disegna: (doc: PDFKit.PDFDocument) => void): void;
  /** A group of elements in the structure tree. */
  sezione(scrivi: () => void): void;
  chiudi(): Promise<Uint8Array>;
}

// Fraction of the body size between the top of a line and its baseline: the capital height of both families plus the room for accents.
const ASCESA = 0.86;

const apriDocumento = ({ titolo, creato, compress }: OpzioniFoglio): PDFKit.PDFDocument => {
  // The published types know only the PDF/A subsets, the library also PDF/UA: hence a plain string.
  const sottoinsieme: string = "PDF/UA";
  const opzioni = {
    size: "A4",
    margin: 0,
    pdfVersion: "1.7",
    lang: "it-IT",
    tagged: true,
    displayTitle: true,
    subset: sottoinsieme,
    compress,
    // Without this the library loads Helvetica from its own folder, which a bundle does not have.
    font: "",
    // The library copies these into XML without escaping: no text of the notice may enter here.
    info: { Title: titolo, Creator: "Fiorino", Producer: "PDFKit", CreationDate: new Date(creato) },
  };
  const doc = new PDFDocument(opzioni as PDFKit.PDFDocumentOptions);
  for (const carattere of CARATTERI) doc.registerFont(carattere, leggiCarattere(carattere));
  return doc;
};

const raccogli = (doc: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const parti: Uint8Array[] = [];
    doc.on("data", (parte: Uint8Array) => parti.push(parte));
    doc.on("end", () => resolve(Buffer.concat(parti)));
    doc.on("error", reject);
  });

/** Opens the one page of a document. The caller writes in reading order and then closes. */
export const apriFoglio = (opzioni: OpzioniFoglio): Foglio => {
  const doc = apriDocumento(opzioni);
  const fine = raccogli(doc);
  const radice = doc.struct("Document");
  doc.addStructure(radice);
  let corrente = radice;

  const componiPezzo = ({ testo, stile, riquadro }: Pezzo) =>
    componi(testoStampabile(testo), riquadro, stile, (riga, corpo) => doc.font(stile.carattere, corpo).widthOfString(riga));

  const stampaPezzo = (pezzo: Pezzo, ultimo: boolean): void => {
    const { stile, riquadro } = pezzo;
    const { corpo, righe } = componiPezzo(pezzo);
    const primaLinea = riquadro.y + ASCESA * (stile.lineaFissa === true ? stile.corpo : corpo);
    doc.font(stile.carattere, corpo).fillColor(stile.colore ?? COLORI.nero);
    for (const [n, riga] of righe.entries()) {
      const x = stile.destra === true ? riquadro.x + riquadro.larghezza - doc.widthOfString(riga.trimEnd()) : riquadro.x;
      // A blank after each piece keeps label and value apart for those who hear the page instead of seeing it.
      const coda = n === righe.length - 1 && !ultimo ? " " : "";
      doc.text(riga + coda, x, primaLinea + n * corpo * stile.interlinea, { lineBreak: false, baseline: "alphabetic" });
    }
  };

  const aggiungi = (etichetta: string, attributi: object, disegna: () => void): void => {
    corrente.add(doc.struct(etichetta, attributi, disegna));
  };

  return {
    altezza: (pezzo) => {
      const { corpo, righe } = componiPezzo(pezzo);
      return righe.length * corpo * pezzo.stile.interlinea;
    },
    scrivi: (etichetta, ...pezzi) => {
      aggiungi(etichetta, {}, () => {
        for (const [n, pezzo] of pezzi.entries()) stampaPezzo(pezzo, n === pezzi.length - 1);
      });
    },
    figura: (alternativa, { x, y, larghezza, altezza }, disegna) => {
      const attributi = { alt: testoStampabile(alternativa), bbox: [x, y, x + larghezza, y + altezza], placement: "Block" };
      aggiungi("Figure", attributi, () => disegna(doc));
    },
    decora: (disegna) => {
      doc.markContent("Artifact", { type: "Layout" });
      disegna(doc);
      doc.endMarkedContent();
    },
    sezione: (scrivi) => {
      const sezione = doc.struct("Sect");
      radice.add(sezione);
      corrente = sezione;
      scrivi();
      sezione.end();
      corrente = radice;
    },
    chiudi: () => {
      radice.end();
      doc.end();
      return fine;
    },
  };
};
