/** One row of a bank's table → one movement, by the rules of its profile. Nothing is inferred: what no column tells is absent. */
import { type Esito, ko, ok } from "../../esito.ts";
import { restoreFormula } from "../../tracciati/csv.ts";
import type { RigaLetta, SegnoMovimento } from "../movimento.ts";
import { parseData } from "./date-lette.ts";
import { parseImportoLetto } from "./importi-letti.ts";
import { lengthOf, type Posti } from "./posti.ts";
import { type Colonna, normalizeNome, type RegoleLettura } from "./profilo.ts";
import { type Cella, type RigaTabella, textOf } from "./tabella.ts";

const CAUSALE_MASSIMA = 4096;
const ORDINANTE_MASSIMO = 140;
/** References of the bank: longer, they are another column. */
const RIFERIMENTO_MASSIMO = 50;

/** Printable characters, no two blanks: nothing to clean. */
const PULITO = /^(?:[!-~\u00a1-\u1fff]| (?! ))*$/;

/** Without control characters, blanks collapsed: a cell may hold several lines. */
const toTesto = (cella: Cella | undefined): string => {
  const scritto = textOf(cella);
  const testo = scritto.startsWith("'") ? restoreFormula(scritto) : scritto;
  return PULITO.test(testo) ? testo : testo.replace(/[\p{Cc}\s]+/gu, " ").trim();
};

export interface ImportoConSegno {
  readonly segno: SegnoMovimento;
  readonly importo: bigint;
}

const withSegno = (centesimi: bigint): ImportoConSegno =>
  centesimi < 0n ? { segno: "USCITA", importo: -centesimi } : { segno: "ENTRATA", importo: centesimi };

interface Contesto {
  readonly regole: RegoleLettura;
  readonly posti: Posti;
  readonly celle: readonly Cella[];
}

const cellaDi = ({ posti, celle }: Contesto, colonna: Colonna): Cella | undefined => celle[posti.postoDi(colonna)];

/** How a column is named to a person. */
export const describeColonna = (colonna: Colonna): string =>
  typeof colonna === "number" ? `colonna ${colonna}` : (colonna.split("|", 1)[0] ?? "");

/** Cents of a column; undefined when its cell is empty. */
export const parseImportoDi = (contesto: Contesto, colonna: Colonna): Esito<bigint | undefined> => {
  const { decimali, centesimi } = contesto.regole;
  return parseImportoLetto(cellaDi(contesto, colonna), { decimali, centesimi, campo: describeColonna(colonna) });
};

/** Debits are out whatever their sign, as some banks write it; a negative credit is a credit taken back. */
function parseDareAvere(contesto: Contesto, dareIn: Colonna, avereIn: Colonna): Esito<ImportoConSegno> {
  const dare = parseImportoDi(contesto, dareIn);
  const avere = parseImportoDi(contesto, avereIn);
  if (!dare.ok) return dare;
  if (!avere.ok) return avere;
  const [d, a] = [dare.valore ?? 0n, avere.valore ?? 0n];
  if (d !== 0n && a !== 0n) return ko(`${describeColonna(dareIn)} e ${describeColonna(avereIn)} hanno tutte e due un importo`);
  return ok(d === 0n ? withSegno(a) : { segno: "USCITA", importo: d < 0n ? -d : d });
}

function parseConSegnoAParte(
  contesto: Contesto,
  { colonna, segno, entrata, uscita }: Extract<RegoleLettura["importo"], { readonly tipo: "SEGNO_A_PARTE" }>,
): Esito<ImportoConSegno> {
  const letto = parseImportoDi(contesto, colonna);
  if (!letto.ok) return letto;
  const scritto = toTesto(cellaDi(contesto, segno));
  const isIn = (testi: readonly string[]): boolean => testi.some((testo) => testo.toLowerCase() === scritto.toLowerCase());
  const centesimi = letto.valore ?? 0n;
  if (isIn(entrata)) return ok(withSegno(centesimi));
  if (isIn(uscita)) return ok(withSegno(-centesimi));
  return ko(`${describeColonna(segno)} "${scritto.slice(0, 20)}": atteso ${[...entrata, ...uscita].map((t) => `"${t}"`).join(" o ")}`);
}

/** The amount of a row with its side. Errors: Italian sentence that names the column. */
export function parseImportoRiga(contesto: Contesto): Esito<ImportoConSegno> {
  const { importo } = contesto.regole;
  if (importo.tipo === "DARE_AVERE") return parseDareAvere(contesto, importo.dare, importo.avere);
  if (importo.tipo === "SEGNO_A_PARTE") return parseConSegnoAParte(contesto, importo);
  const letto = parseImportoDi(contesto, importo.colonna);
  return letto.ok ? ok(withSegno(letto.valore ?? 0n)) : letto;
}

const EURO = new Set(["", "EUR", "EURO", "€", "242"]);

const checkForma = ({ regole, posti, celle }: Contesto): string | undefined => {
  const larghezza = lengthOf(celle);
  if (larghezza < posti.minimo) return `la riga ha ${larghezza} colonne, ne servono almeno ${posti.minimo}`;
  if (posti.larghezza !== undefined && larghezza > posti.larghezza)
    return `la riga ha ${larghezza} colonne, la testata ne ha ${posti.larghezza}: forse un separatore dentro un testo`;
  const divisa = regole.colonne.divisa === undefined ? "" : toTesto(cellaDi({ regole, posti, celle }, regole.colonne.divisa));
  return EURO.has(divisa.toUpperCase()) ? undefined : `valuta ${divisa.slice(0, 10)}: ammesso solo EUR`;
};

type Riferimenti = Pick<RigaLetta, "conto" | "numeroSospeso" | "esercizio" | "numeroDocumento" | "sct" | "riferimentoBanca" | "ordinante">;

/** The IBAN above the header, where the column only has its last part. */
const wholeConto = (scritto: string | undefined, trovato: string | undefined): string | undefined =>
  scritto !== undefined && trovato?.endsWith(scritto.replace(/\s/g, "").toUpperCase()) ? trovato : (scritto ?? trovato);

/** The columns that are texts, each with its limit. */
function parseRiferimenti(contesto: Contesto, contoTrovato: string | undefined): Esito<Riferimenti> {
  const { colonne, conto } = contesto.regole;
  const letti: Record<string, string> = {};
  for (const nome of ["conto", "numeroSospeso", "numeroDocumento", "sct", "riferimentoBanca"] as const) {
    const colonna = colonne[nome];
    const testo = colonna === undefined ? "" : toTesto(cellaDi(contesto, colonna));
    if (testo.length > RIFERIMENTO_MASSIMO) return ko(`${describeColonna(colonna ?? nome)} di oltre ${RIFERIMENTO_MASSIMO} caratteri`);
    if (testo !== "") letti[nome] = testo;
  }
  const contoLetto = wholeConto(letti["conto"] ?? conto, contoTrovato)
    ?.replace(/\s/g, "")
    .toUpperCase();
  const anno = colonne.esercizio === undefined ? "" : toTesto(cellaDi(contesto, colonne.esercizio));
  if (anno !== "" && !/^(19|20)\d{2}$/.test(anno))
    return ko(`${describeColonna(colonne.esercizio ?? "esercizio")} "${anno.slice(0, 10)}" non è un anno di 4 cifre`);
  const ordinante = colonne.ordinante === undefined ? "" : toTesto(cellaDi(contesto, colonne.ordinante)).slice(0, ORDINANTE_MASSIMO);
  return ok({
    ...letti,
    ...(contoLetto ? { conto: contoLetto } : {}),
    ...(anno === "" ? {} : { esercizio: Number(anno) }),
    ...(ordinante === "" ? {} : { ordinante }),
  });
}

/**
 * The movement of a row.
 * @param contoTrovato account found above the header. Errors: why the row is rejected, in Italian.
 */
export function parseRiga(regole: RegoleLettura, posti: Posti, { riga, celle }: RigaTabella, contoTrovato?: string): Esito<RigaLetta> {
  const contesto: Contesto = { regole, posti, celle };
  const difetto = checkForma(contesto);
  if (difetto !== undefined) return ko(difetto);
  const { colonne, formatiData } = regole;
  const dataContabile = parseData(cellaDi(contesto, colonne.data) ?? "", formatiData, describeColonna(colonne.data));
  if (!dataContabile.ok) return dataContabile;
  const valuta = colonne.dataValuta === undefined ? "" : (cellaDi(contesto, colonne.dataValuta) ?? "");
  const dataValuta = textOf(valuta) === "" ? undefined : parseData(valuta, formatiData, describeColonna(colonne.dataValuta ?? ""));
  if (dataValuta && !dataValuta.ok) return dataValuta;
  const importo = parseImportoRiga(contesto);
  if (!importo.ok) return importo;
  if (importo.valore.importo === 0n) return ko("la riga non ha un importo diverso da zero");
  const riferimenti = parseRiferimenti(contesto, contoTrovato);
  if (!riferimenti.ok) return riferimenti;
  const causale = colonne.testo
    .map((colonna) => toTesto(cellaDi(contesto, colonna)))
    .filter((testo, posto, tutti) => testo !== "" && tutti.indexOf(testo) === posto)
    .join(" ")
    .slice(0, CAUSALE_MASSIMA);
  return ok({
    riga,
    operazione: "ESEGUITO",
    ...importo.valore,
    dataContabile: dataContabile.valore,
    ...(dataValuta ? { dataValuta: dataValuta.valore } : {}),
    causale,
    ...(riferimenti.valore.numeroSospeso === undefined ? {} : { documento: "SOSPESO" }),
    ...riferimenti.valore,
  });
}

/** Whether a row repeats the header, as tables do page after page. @param testata its names, normalised. */
export const isTestataRipetuta = (testata: readonly string[], celle: readonly Cella[]): boolean =>
  testata.every((nome, posto) => {
    const testo = textOf(celle[posto]);
    // Most rows end here, at the first cell.
    return /^\d/.test(testo) === /^\d/.test(nome) && normalizeNome(testo) === nome;
  });
