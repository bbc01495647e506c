/** Workbooks as other programs write them, part by part: shared texts, prefixes, sheets out of place. */
import { packFlusso } from "../../../zip/flusso.ts";

async function* one(testo: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(testo, "utf8");
}

export const packParti = async (parti: Readonly<Record<string, string>>): Promise<Buffer> => {
  const pezzi: Uint8Array[] = [];
  const file = Object.entries(parti).map(([nome, testo]) => ({ nome, contenuto: one(testo) }));
  for await (const pezzo of packFlusso(file)) pezzi.push(pezzo);
  return Buffer.concat(pezzi);
};

/** The parts of a workbook of two sheets, the first hidden; `righe` is the XML of the rows of the second. */
export const partiXlsx = (righe: string, altro: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  "[Content_Types].xml": "<Types/>",
  "xl/workbook.xml":
    '<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="0"/><x:sheets><x:sheet name="Nascosto" sheetId="1" state="hidden" r:id="rId1"/><x:sheet name="Movimenti" sheetId="2" r:id="rId2"/></x:sheets></x:workbook>',
  "xl/_rels/workbook.xml.rels":
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
  "xl/styles.xml":
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-410]dd\\/mm\\/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00 &quot;dy&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
  "xl/sharedStrings.xml":
    '<sst><si><t>Causale</t></si><si><r><t>uno</t></r><r><t xml:space="preserve"> due &amp; tre</t></r><rPh><t>fonetica</t></rPh></si></sst>',
  "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row><c t="inlineStr"><is><t>nascosto</t></is></c></row></sheetData></worksheet>',
  "xl/worksheets/sheet2.xml": `<x:worksheet xmlns:x="m"><x:sheetData>${righe}</x:sheetData></x:worksheet>`,
  ...altro,
});
