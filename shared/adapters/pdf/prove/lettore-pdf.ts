/**
 * Reads back, for the tests, the uncompressed PDFs that pdfkit writes: texts through the ToUnicode maps with place and width, the structure
 * tree in its order, and the dark rectangles of a figure. It knows only what these files contain.
 */

export interface TestoLetto {
  readonly testo: string;
  readonly font: string;
  readonly corpo: number;
  /** Points from the left and from the bottom of the page, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly larghezza: number;
  readonly pagina: number;
  /** Marked content it belongs to (`CONTENUTI_PER_PAGINA` for each page before); nothing for an artifact or unmarked content. */
  readonly mcid: number | undefined;
  readonly glifiMancanti: number;
}

export interface RettangoloLetto {
  readonly x: number;
  readonly y: number;
  readonly larghezza: number;
  readonly altezza: number;
  readonly mcid: number | undefined;
}

export interface Elemento {
  readonly tipo: string;
  readonly alternativa: string | undefined;
  readonly lingua: string | undefined;
  readonly figli: readonly (Elemento | number)[];
}

export interface Letto {
  readonly grezzo: string;
  readonly testi: readonly TestoLetto[];
  readonly rettangoli: readonly RettangoloLetto[];
  /** Painting operators outside of any marked content: PDF/UA allows none. */
  readonly nonMarcati: readonly string[];
  readonly albero: Elemento;
  readonly pagine: number;
  catalogo(chiave: string): string | undefined;
}

interface FontLetto {
  readonly nome: string;
  readonly unicode: readonly string[];
  readonly larghezze: readonly number[];
}

const cerca = (testo: string, modello: RegExp): string => {
  const trovato = modello.exec(testo)?.[1];
  if (trovato === undefined) throw new Error(`Non trovato: ${modello.source}`);
  return trovato;
};

const leggiOggetti = (grezzo: string): Map<string, string> =>
  new Map([...grezzo.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map((m) => [m[1] ?? "", m[2] ?? ""]));

const daUtf16 = (esadecimale: string): string =>
  (esadecimale.replaceAll(" ", "").match(/.{4}/g) ?? []).map((unita) => String.fromCharCode(Number.parseInt(unita, 16))).join("");

const stringaPdf = (grezza: string): string => {
  const nuda = grezza
    .replace(/\\([()\\])/g, "$1")
    .replaceAll("\\r", "\r")
    .replaceAll("\\n", "\n");
  if (!nuda.startsWith("\xFE\xFF")) return nuda;
  return daUtf16(Buffer.from(nuda.slice(2), "latin1").toString("hex"));
};

const leggiFont = (oggetti: Map<string, string>, riferimento: string): FontLetto => {
  const font = oggetti.get(riferimento) ?? "";
  const mappa = oggetti.get(cerca(font, /\/ToUnicode (\d+) 0 R/)) ?? "";
  const discendente = oggetti.get(cerca(font, /\/DescendantFonts \[(\d+) 0 R\]/)) ?? "";
  return {
    nome: cerca(font, /\/BaseFont \/\w+\+([\w-]+)/),
    unicode: [...cerca(mappa, /beginbfrange\n<\w+> <\w+> \[([^\]]*)\]/).matchAll(/<([^>]*)>/g)].map((m) => daUtf16(m[1] ?? "")),
    larghezze: cerca(discendente, /\/W \[0 \[([^\]]*)\]\]/)
      .split(" ")
      .map(Number),
  };
};

/** Marked content is numbered from 0 on every page: the page makes it unique. */
const CONTENUTI_PER_PAGINA = 10_000;

const leggiElemento = (oggetti: Map<string, string>, pagine: readonly string[], riferimento: string): Elemento => {
  const dizionario = oggetti.get(riferimento) ?? "";
  const figli = [...(/\/K \[([^\]]*)\]/.exec(dizionario)?.[1] ?? "").matchAll(/(\d+) 0 R|(\d+)/g)];
  const base = Math.max(0, pagine.indexOf(/\/Pg (\d+) 0 R/.exec(dizionario)?.[1] ?? "")) * CONTENUTI_PER_PAGINA;
  const alternativa = /\/Alt \(((?:\\[\s\S]|[^\\)])*)\)/.exec(dizionario)?.[1];
  return {
    tipo: cerca(dizionario, /\/S \/(\w+)/),
    alternativa: alternativa === undefined ? undefined : stringaPdf(alternativa),
    lingua: /\/Lang \(([^)]*)\)/.exec(dizionario)?.[1],
    figli: figli.map(([, oggetto, mcid]) => (oggetto === undefined ? base + Number(mcid) : leggiElemento(oggetti, pagine, oggetto))),
  };
};

/** Follows the operators of the page one by one, keeping the open marked content and the text position. */
class Pagina {
  readonly testi: TestoLetto[] = [];
  readonly rettangoli: RettangoloLetto[] = [];
  readonly nonMarcati: string[] = [];
  private readonly aperti: (number | "artefatto")[] = [];
  private font: FontLetto | undefined;
  private corpo = 0;
  private x = 0;
  private y = 0;
  private readonly fontDiPagina: ReadonlyMap<string, FontLetto>;
  private readonly numero: number;

  constructor(fontDiPagina: ReadonlyMap<string, FontLetto>, numero: number) {
    this.fontDiPagina = fontDiPagina;
    this.numero = numero;
  }

  leggi(contenuto: string): void {
    const operatori = contenuto.replace(/<<[\s\S]*?>>/g, (dizionario) => dizionario.replaceAll("\n", " "));
    for (const riga of operatori.split("\n")) this.operatore(riga.trim());
  }

  private get mcid(): number | undefined {
    const ultimo = this.aperti.at(-1);
    return typeof ultimo === "number" ? ultimo + this.numero * CONTENUTI_PER_PAGINA : undefined;
  }

  private operatore(riga: string): void {
    const nome = riga.split(" ").at(-1) ?? "";
    if (nome === "BDC" || nome === "BMC") {
      const mcid = /\/MCID (\d+)/.exec(riga)?.[1];
      this.aperti.push(mcid === undefined ? "artefatto" : Number(mcid));
    } else if (nome === "EMC") this.aperti.pop();
    else if (nome === "Tm") [this.x, this.y] = [Number(riga.split(" ")[4]), Number(riga.split(" ")[5])];
    else if (nome === "Tf") {
      this.font = this.fontDiPagina.get(cerca(riga, /^\/(\w+)/));
      this.corpo = Number(riga.split(" ")[1]);
    } else if (nome === "TJ") this.mostra(riga);
    else if (nome === "re") {
      const [x = 0, y = 0, larghezza = 0, altezza = 0] = riga.split(" ").map(Number);
      this.rettangoli.push({ x, y, larghezza, altezza, mcid: this.mcid });
    }
    if (["TJ", "f", "S", "Do", "f*", "B"].includes(nome) && this.aperti.length === 0) this.nonMarcati.push(riga);
  }

  private mostra(riga: string): void {
    const { font, corpo } = this;
    if (font === undefined) throw new Error("Testo senza font");
    let testo = "";
    let millesimi = 0;
    let glifiMancanti = 0;
    for (const [, esadecimale, scarto] of riga.matchAll(/<(\w+)>|(-?[\d.]+)/g)) {
      if (scarto !== undefined) millesimi -= Number(scarto);
      for (const codice of esadecimale?.match(/.{4}/g) ?? []) {
        const glifo = Number.parseInt(codice, 16);
        if (glifo === 0) glifiMancanti++;
        testo += font.unicode[glifo] ?? "";
        millesimi += font.larghezze[glifo] ?? 0;
      }
    }
    this.testi.push({
      testo,
      font: font.nome,
      corpo,
      x: this.x,
      y: this.y,
      larghezza: (millesimi * corpo) / 1000,
      pagina: this.numero,
      mcid: this.mcid,
      glifiMancanti,
    });
  }
}

const leggiPagina = (oggetti: Map<string, string>, riferimento: string, numero: number): Pagina => {
  const pagina = oggetti.get(riferimento) ?? "";
  const risorse = oggetti.get(cerca(pagina, /\/Resources (\d+) 0 R/)) ?? "";
  const font = [...cerca(risorse, /\/Font <<([\s\S]*?)>>/).matchAll(/\/(F\d+) (\d+) 0 R/g)];
  const lettore = new Pagina(new Map(font.map(([, nome, rif]) => [nome ?? "", leggiFont(oggetti, rif ?? "")])), numero);
  lettore.leggi(cerca(oggetti.get(cerca(pagina, /\/Contents (\d+) 0 R/)) ?? "", /stream\n([\s\S]*)\nendstream/));
  return lettore;
};

/** Parses a PDF written with `compress: false`. Throws when a part that every notice has is missing. */
export const leggiPdf = (byte: Uint8Array): Letto => {
  const grezzo = Buffer.from(byte).toString("latin1");
  const oggetti = leggiOggetti(grezzo);
  const trova = (modello: RegExp): string => [...oggetti.values()].find((o) => modello.test(o)) ?? "";
  const pagine = [...cerca(trova(/\/Type \/Pages\n/), /\/Kids \[([^\]]*)\]/).matchAll(/(\d+) 0 R/g)].map(([, rif]) => rif ?? "");
  const lette = pagine.map((rif, numero) => leggiPagina(oggetti, rif, numero));
  const radice = cerca(trova(/\/Type \/StructTreeRoot/), /\/K \[(\d+) 0 R\]/);
  const catalogo = trova(/\/Type \/Catalog/);
  return {
    grezzo,
    pagine: pagine.length,
    testi: lette.flatMap(({ testi }) => testi),
    rettangoli: lette.flatMap(({ rettangoli }) => rettangoli),
    nonMarcati: lette.flatMap(({ nonMarcati }) => nonMarcati),
    albero: leggiElemento(oggetti, pagine, radice),
    catalogo: (chiave) => {
      const valore = new RegExp(`/${chiave} (?:(\\d+) 0 R|(\\([^)]*\\)))`).exec(catalogo);
      return valore?.[1] === undefined ? valore?.[2] : oggetti.get(valore[1]);
    },
  };
};

export interface Brano {
  readonly tipo: string;
  readonly testo: string;
  readonly alternativa: string | undefined;
  /** Of the element or of the nearest above that declares one; undefined is the language of the document. */
  readonly lingua: string | undefined;
  readonly mcid: number;
}

/** The elements that hold content, in reading order, with the text of each. */
export const leggiInOrdine = (letto: Letto): Brano[] => {
  const testi = Map.groupBy(letto.testi, ({ mcid }) => mcid);
  const visita = (elemento: Elemento, lingua: string | undefined): Brano[] =>
    elemento.figli.flatMap((figlio) => {
      const sua = elemento.lingua ?? lingua;
      if (typeof figlio !== "number") return visita(figlio, sua);
      const testo = (testi.get(figlio) ?? []).map((t) => t.testo).join("");
      return [{ tipo: elemento.tipo, testo, alternativa: elemento.alternativa, lingua: sua, mcid: figlio }];
    });
  return visita(letto.albero, undefined);
};

/** The text of each paragraph, heading and figure, in whatever languages it is, in reading order. */
export const leggiBrani = (letto: Letto): string[] => {
  const testi = Map.groupBy(letto.testi, ({ mcid }) => mcid);
  const testoDi = (elemento: Elemento): string =>
    elemento.figli
      .map((figlio) => (typeof figlio === "number" ? (testi.get(figlio) ?? []).map((t) => t.testo).join("") : testoDi(figlio)))
      .join("");
  const visita = (elemento: Elemento): string[] =>
    /^(P|H\d|Figure)$/.test(elemento.tipo)
      ? [testoDi(elemento)]
      : elemento.figli.flatMap((figlio) => (typeof figlio === "number" ? [] : visita(figlio)));
  return visita(letto.albero);
};
