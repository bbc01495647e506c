/**
 * A workbook (ECMA-376) written row by row: texts in the cells, amounts and dates as numbers with their format, a new sheet where one is full. Texts are never
 * formulas: a cell of text is not computed, whatever it begins with.
 */
import type { TipoColonna, Valore } from "../../domain/esportazioni/tabelle.ts";
import type { Testata } from "../../ports/tabelle.ts";
import { type FileInFlusso, packFlusso } from "../zip/flusso.ts";
import { describeIstante } from "./celle.ts";

/** Rows of a sheet, the header among them. */
export const RIGHE_PER_FOGLIO = 1_048_576;
/** Characters of a cell. */
const TESTO_MASSIMO = 32_767;
const PEZZO_CARATTERI = 65_536;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FOGLIO = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELAZIONI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACCHETTO = "http://schemas.openxmlformats.org/package/2006";
const TIPO = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Places in the styles below. */
const STILI: Readonly<Record<TipoColonna, number>> = { testo: 0, intero: 0, importo: 1, giorno: 2, istante: 3 };
const STILE_TESTATA = 4;
const STILI_XML = `${XML}<styleSheet xmlns="${FOGLIO}"><numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** Day zero of spreadsheets. */
const EPOCA = Date.UTC(1899, 11, 30);
const GIORNO_MILLISECONDI = 86_400_000;

const ENTITA: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escapeTesto = (testo: string): string => {
  const tagliato = testo.slice(0, TESTO_MASSIMO);
  // XML 1.0 has no other control characters, nor halves of a pair.
  const ammesso = tagliato.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
  return ammesso.replace(/[&<>]/g, (carattere) => ENTITA[carattere] ?? "");
};

const testo = (valore: string, stile: number): string => {
  const attributo = stile === 0 ? "" : ` s="${stile}"`;
  return `<c t="inlineStr"${attributo}><is><t xml:space="preserve">${escapeTesto(valore)}</t></is></c>`;
};
const numero = (valore: string, stile: number): string => `<c s="${stile}"><v>${valore}</v></c>`;

/** Days since day zero; undefined when the text is not a date. */
const toSeriale = (data: string): string | undefined => {
  const millisecondi = Date.parse(`${data.replace(" ", "T")}Z`);
  return Number.isNaN(millisecondi) ? undefined : String((millisecondi - EPOCA) / GIORNO_MILLISECONDI);
};

/** Cents as a decimal number: a division would not be exact. */
const toDecimale = (centesimi: bigint): string => {
  const cifre = (centesimi < 0n ? -centesimi : centesimi).toString().padStart(3, "0");
  return `${centesimi < 0n ? "-" : ""}${cifre.slice(0, -2)}.${cifre.slice(-2)}`;
};

const writeCella = (tipo: TipoColonna, valore: Valore): string => {
  if (valore === undefined || valore === "") return "<c/>";
  if (typeof valore === "bigint") return numero(toDecimale(valore), STILI[tipo]);
  if (typeof valore === "number") return numero(String(valore), STILI[tipo]);
  const seriale = tipo === "giorno" ? toSeriale(`${valore} 00:00:00`) : tipo === "istante" ? toSeriale(describeIstante(valore)) : undefined;
  return seriale === undefined ? testo(valore, 0) : numero(seriale, STILI[tipo]);
};

const LARGHEZZE: Readonly<Record<TipoColonna, number>> = { testo: 22, intero: 10, importo: 14, giorno: 12, istante: 20 };

const openFoglio = (colonne: readonly Testata[]): string => {
  const larghezze = colonne
    .map(({ tipo }, n) => `<col min="${n + 1}" max="${n + 1}" width="${LARGHEZZE[tipo]}" customWidth="1"/>`)
    .join("");
  const vista =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const testata = colonne.map(({ nome }) => testo(nome, STILE_TESTATA)).join("");
  return `${XML}<worksheet xmlns="${FOGLIO}">${vista}<cols>${larghezze}</cols><sheetData><row>${testata}</row>`;
};
const FINE_FOGLIO = "</sheetData></worksheet>";

async function* one(contenuto: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(contenuto, "utf8");
}

const percorsoDi = (foglio: number): string => `xl/worksheets/sheet${foglio}.xml`;

/** What says which sheets there are: known when the last row has been written. */
const describeCartella = (fogli: number): readonly FileInFlusso[] => {
  const numeri = Array.from({ length: fogli }, (_, n) => n + 1);
  const file = (nome: string, contenuto: string): FileInFlusso => ({ nome, contenuto: one(XML + contenuto) });
  const relazione = (id: number, tipo: string, verso: string): string =>
    `<Relationship Id="rId${id}" Type="${RELAZIONI}/${tipo}" Target="${verso}"/>`;
  const parte = (nome: string, tipo: string): string => `<Override PartName="/${nome}" ContentType="${TIPO}.${tipo}+xml"/>`;
  return [
    { nome: "xl/styles.xml", contenuto: one(STILI_XML) },
    file(
      "xl/workbook.xml",
      `<workbook xmlns="${FOGLIO}" xmlns:r="${RELAZIONI}"><sheets>${numeri.map((n) => `<sheet name="Foglio ${n}" sheetId="${n}" r:id="rId${n}"/>`).join("")}</sheets></workbook>`,
    ),
    file(
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACCHETTO}/relationships">${numeri.map((n) => relazione(n, "worksheet", `worksheets/sheet${n}.xml`)).join("")}${relazione(fogli + 1, "styles", "styles.xml")}</Relationships>`,
    ),
    file(
      "_rels/.rels",
      `<Relationships xmlns="${PACCHETTO}/relationships">${relazione(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ),
    file(
      "[Content_Types].xml",
      `<Types xmlns="${PACCHETTO}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${parte("xl/workbook.xml", "sheet.main")}${parte("xl/styles.xml", "styles")}${numeri.map((n) => parte(percorsoDi(n), "worksheet")).join("")}</Types>`,
    ),
  ];
};

/** `righePerFoglio` counts the header. */
export function writeXlsx(
  colonne: readonly Testata[],
  righe: AsyncIterable<readonly Valore[]>,
  righePerFoglio = RIGHE_PER_FOGLIO,
): AsyncGenerator<Uint8Array> {
  const lette = righe[Symbol.asyncIterator]();
  let prossima: Promise<IteratorResult<readonly Valore[]>> = lette.next();
  const writeFoglio = async function* (): AsyncGenerator<Uint8Array> {
    let scritto = openFoglio(colonne);
    for (let riga = 1; riga < righePerFoglio; riga += 1) {
      const { done, value } = await prossima;
      if (done) break;
      scritto += `<row>${colonne.map(({ tipo }, n) => writeCella(tipo, value[n])).join("")}</row>`;
      prossima = lette.next();
      if (scritto.length < PEZZO_CARATTERI) continue;
      yield Buffer.from(scritto, "utf8");
      scritto = "";
    }
    yield Buffer.from(scritto + FINE_FOGLIO, "utf8");
  };
  const files = async function* (): AsyncGenerator<FileInFlusso> {
    let fogli = 0;
    do {
      fogli += 1;
      yield { nome: percorsoDi(fogli), contenuto: writeFoglio() };
    } while (!(await prossima).done);
    yield* describeCartella(fogli);
  };
  return packFlusso(files());
}
