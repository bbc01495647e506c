/**
 * Tagged A4 sheets: everything written belongs to the structure tree or is an artifact (ISO 14289-1, 7.1), texts keep to their boxes, and the
 * order of the calls is the reading order.
 */
import PDFDocument from "pdfkit";
import { CARATTERI, type Carattere, leggiCarattere } from "./caratteri.ts";
import { type Composizione, componi, type Spazio, type Stile, testoStampabile } from "./testo.ts";

export const COLORI = {
  nero: "#000000",
  grigio: "#7C7C7B",
  /** Black at 70 %, for the authorisation of Poste (AVV 3.5, bollettino). */
  nero70: "#4D4D4D",
  fondo: "#ECECEC",
  blu: "#0066CC",
  bianco: "#FFFFFF",
} as const;

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
  /** BCP 47, where it is not the language of the document. */
  readonly lingua?: string | undefined;
}

export type Etichetta = "H1" | "H2" | "H3" | "P" | "TH" | "TD";

/** A `Part` holds the sections of one notice among others; a `Table` its rows, and these their cells. */
export type Gruppo = "Sect" | "Part" | "Table" | "TR";

export interface OpzioniFoglio {
  readonly titolo: string;
  readonly creato: string;
  readonly compress: boolean;
  /** Landscape, 297 mm wide. */
  readonly orizzontale?: boolean;
}

export interface Foglio {
  /** Height in points that the text takes in its box, at most that of the box. */
  altezza(pezzo: Pezzo): number;
  /** Width in points of a text on one line, at full size. */
  larghezza(testo: string, stile: StileTesto): number;
  /** One element of the structure made of one or more texts, read one after the other. */
  scrivi(etichetta: Etichetta, ...pezzi: readonly Pezzo[]): void;
  figura(alternativa: string, riquadro: Riquadro, disegna: (doc: PDFKit.PDFDocument) => void): void;
  /** Decoration that assistive technology must skip. */
  decora(disegna: (doc: PDFKit.PDFDocument) => void): void;
  /** Texts that are not content: page numbers, headings repeated on each page. */
  contorna(...pezzi: readonly Pezzo[]): void;
  /** A group of elements in the structure tree. */
  sezione(scrivi: () => void, tipo?: Gruppo): void;
  nuovaPagina(): void;
  /** Text across each sheet from the open one on, over what is on it; undefined = none. */
  timbra(testo: string | undefined): void;
  /** Embeds a file, with the date of the document. */
  allega(nome: string, contenuto: Uint8Array, descrizione: string): void;
  /** Texts that did not fit even at their smallest size, since the last call: whole, in order, each once. */
  ritiraAbbreviati(): readonly Pezzo[];
  /** Bytes written so far and not yet taken. */
  ritira(): Uint8Array[];
  /** Writes the end of the file; the bytes not yet taken. */
  chiudi(): Promise<Uint8Array[]>;
}

// Fraction of the body size between the top of a line and its baseline: the capital height of both families plus the room for accents.
const ASCESA = 0.86;

const orientamentoDi = ({ orizzontale = false }: OpzioniFoglio) => (orizzontale ? "landscape" : "portrait");

const apriDocumento = (scelte: OpzioniFoglio): PDFKit.PDFDocument => {
  const { titolo, creato, compress } = scelte;
  // The published types know only the PDF/A subsets, the library also PDF/UA: hence a plain string.
  const sottoinsieme: string = "PDF/UA";
  const opzioni = {
    size: "A4",
    layout: orientamentoDi(scelte),
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

/** The stream of the document, taken as it comes: who writes a thousand notices sends them away meanwhile. */
const raccogli = (doc: PDFKit.PDFDocument) => {
  let parti: Uint8Array[] = [];
  const fine = new Promise<void>((resolve, reject) => {
    doc.on("data", (parte: Uint8Array) => parti.push(parte));
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  const ritira = (): Uint8Array[] => {
    const prese = parti;
    parti = [];
    return prese;
  };
  return { fine, ritira };
};

/** Widths asked again and again: fixed texts, and the same words at the same size. Bounded, since texts come from outside. */
const MISURE_RICORDATE = 20_000;

const createMisura = (doc: PDFKit.PDFDocument) => {
  const note = new Map<string, number>();
  return (testo: string, carattere: Carattere, corpo: number): number => {
    // Widths grow with the body: one measure per text serves every size.
    const chiave = `${carattere}\u0000${testo}`;
    let unitaria = note.get(chiave);
    if (unitaria === undefined) {
      unitaria = doc.font(carattere, 1000).widthOfString(testo) / 1000;
      if (note.size >= MISURE_RICORDATE) note.clear();
      note.set(chiave, unitaria);
    }
    return unitaria * corpo;
  };
};

const TIMBRO = { corpo: 62, colore: "#C8102E", opacita: 0.24 } as const;

/** From the lower left to the upper right: who copies a part of the sheet copies some of it. */
const disegnaTimbro = (doc: PDFKit.PDFDocument, testo: string): void => {
  const { width, height } = doc.page;
  const { corpo, colore, opacita } = TIMBRO;
  doc.font("forte", corpo);
  const x = (width - doc.widthOfString(testo)) / 2;
  doc.markContent("Artifact", { type: "Layout" });
  doc.save();
  doc.rotate((-Math.atan2(height, width) * 180) / Math.PI, { origin: [width / 2, height / 2] });
  doc.fillColor(colore, opacita).text(testo, x, height / 2 + corpo / 3, { lineBreak: false, baseline: "alphabetic" });
  doc.restore();
  doc.endMarkedContent();
  // Its colour lasts until the next one, its opacity does not go away by itself.
  doc.fillColor(COLORI.nero, 1);
};

/** Opens a document on its first page. The caller writes in reading order and then closes. */
export const apriFoglio = (opzioni: OpzioniFoglio): Foglio => {
  const doc = apriDocumento(opzioni);
  const { fine, ritira } = raccogli(doc);
  const misura = createMisura(doc);
  const radice = doc.struct("Document");
  doc.addStructure(radice);
  let corrente = radice;
  let abbreviati: Pezzo[] = [];
  let timbro: string | undefined;
  const leave = (): void => {
    if (timbro !== undefined) disegnaTimbro(doc, timbro);
  };

  const componiPezzo = ({ testo, stile, riquadro }: Pezzo): Composizione =>
    componi(testoStampabile(testo), riquadro, stile, (riga, corpo) => misura(riga, stile.carattere, corpo));

  const stampaPezzo = (pezzo: Pezzo, ultimo: boolean): void => {
    const { stile, riquadro } = pezzo;
    const { corpo, righe, abbreviato } = componiPezzo(pezzo);
    if (abbreviato && !abbreviati.some(({ testo }) => testo === pezzo.testo)) abbreviati.push(pezzo);
    const primaLinea = riquadro.y + ASCESA * (stile.lineaFissa === true ? stile.corpo : corpo);
    doc.font(stile.carattere, corpo).fillColor(stile.colore ?? COLORI.nero);
    for (const [n, riga] of righe.entries()) {
      const x = stile.destra === true ? riquadro.x + riquadro.larghezza - misura(riga.trimEnd(), stile.carattere, corpo) : riquadro.x;
      // A blank after each piece keeps label and value apart for those who hear the page instead of seeing it.
      const coda = n === righe.length - 1 && !ultimo ? " " : "";
      doc.text(riga + coda, x, primaLinea + n * corpo * stile.interlinea, { lineBreak: false, baseline: "alphabetic" });
    }
  };

  return {
    altezza: (pezzo) => {
      const { corpo, righe } = componiPezzo(pezzo);
      return righe.length * corpo * pezzo.stile.interlinea;
    },
    larghezza: (testo, stile) => misura(testoStampabile(testo), stile.carattere, stile.corpo),
    scrivi: (etichetta, ...pezzi) => {
      const disegni = pezzi.map((pezzo, n) => () => stampaPezzo(pezzo, n === pezzi.length - 1));
      const [prima] = pezzi;
      // All in one language: it belongs to the element; otherwise to the spans that differ (ISO 14289-1, 7.2).
      if (pezzi.every(({ lingua }) => lingua === prima?.lingua)) {
        // A heading says which cells it heads (ISO 14289-1, 7.5).
        const attributi = { ...(prima?.lingua !== undefined && { lang: prima.lingua }), ...(etichetta === "TH" && { scope: "Column" }) };
        corrente.add(
          doc.struct(etichetta, attributi, () => {
            for (const disegna of disegni) disegna();
          }),
        );
        return;
      }
      const figli = pezzi.map(({ lingua }, n) => {
        const disegna = disegni[n] ?? (() => {});
        return lingua === undefined ? disegna : doc.struct("Span", { lang: lingua }, disegna);
      });
      corrente.add(doc.struct(etichetta, {}, figli));
    },
    figura: (alternativa, { x, y, larghezza, altezza }, disegna) => {
      const attributi = { alt: testoStampabile(alternativa), bbox: [x, y, x + larghezza, y + altezza], placement: "Block" };
      corrente.add(doc.struct("Figure", attributi as PDFKit.Mixins.StructureElementOptions, () => disegna(doc)));
    },
    decora: (disegna) => {
      doc.markContent("Artifact", { type: "Layout" });
      disegna(doc);
      doc.endMarkedContent();
    },
    contorna: (...pezzi) => {
      doc.markContent("Artifact", { type: "Pagination" });
      for (const pezzo of pezzi) stampaPezzo(pezzo, true);
      doc.endMarkedContent();
    },
    sezione: (scrivi, tipo = "Sect") => {
      const padre = corrente;
      const sezione = doc.struct(tipo);
      padre.add(sezione);
      corrente = sezione;
      scrivi();
      sezione.end();
      corrente = padre;
    },
    nuovaPagina: () => {
      leave();
      doc.addPage({ size: "A4", layout: orientamentoDi(opzioni), margin: 0 });
    },
    timbra: (testo) => {
      timbro = testo;
    },
    allega: (nome, contenuto, descrizione) => {
      const data = new Date(opzioni.creato);
      doc.file(Buffer.from(contenuto), {
        name: nome,
        type: "application/octet-stream",
        description: descrizione,
        creationDate: data,
        modifiedDate: data,
      });
    },
    ritiraAbbreviati: () => {
      const presi = abbreviati;
      abbreviati = [];
      return presi;
    },
    ritira,
    chiudi: async () => {
      leave();
      radice.end();
      doc.end();
      await fine;
      return ritira();
    },
  };
};
