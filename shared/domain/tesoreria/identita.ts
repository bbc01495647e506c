/**
 * Which movement a line tells. A line has several names, from the surest (the provisional number of the treasurer) to a fingerprint of what it says; lines
 * of different formats meet on any name they share. A name that twins may share has places: the second twin of a file takes the second place.
 */
import type { FormatoTesoreria, RigaLetta } from "./movimento.ts";
import { type ChiaviMovimento, isStessaRiga, type Movimento, type RigaRegistrabile } from "./movimento-registrato.ts";

export type TipoNome = "SOSPESO" | "DOCUMENTO" | "RIFERIMENTO" | "SCT" | "IMPRONTA";

export interface NomeMovimento {
  readonly tipo: TipoNome;
  /** Up to the first # what is looked for by itself, then what tells it from its like. */
  readonly valore: string;
  /** Only one movement may have it. */
  readonly unico: boolean;
}

/** Twins of a name: beyond, the line is refused. */
export const POSTI_MASSIMI = 1000;

/** Days by which two formats may date the same money differently. */
const GIORNI_TRA_FORMATI = 7;
const MILLISECONDI_GIORNO = 86_400_000;

/** "NOTPROVIDED", "NONREF", zeros: banks fill the field with them. */
const RIFERIMENTO_VUOTO = /^(NOT ?PROVIDED|NON ?REF(ERENCE)?|NONE|N\/?A|[0\W]*)$/i;

export const numeroSenzaZeri = (numero: string): string =>
  numero
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, "");
/** References compared letter by letter, digit by digit: banks differ in what stands between. */
export const compatta = (testo: string): string => testo.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** 64 bits of two FNV-1a: it tells lines apart, and guards nothing. */
const improntaDi = (testo: string): string => {
  let a = 0x811c9dc5;
  let b = 0x1000193;
  for (let i = 0; i < testo.length; i += 1) {
    const codice = testo.charCodeAt(i);
    a = Math.imul(a ^ codice, 0x01000193);
    b = Math.imul(b ^ codice, 0x85ebca6b) ^ (b >>> 13);
  }
  return [a, b].map((parte) => (parte >>> 0).toString(16).padStart(8, "0")).join("");
};

const improntaRiga = ({ segno, importo, dataContabile, conto = "", causale }: RigaLetta, chiavi: ChiaviMovimento): NomeMovimento => {
  const nominati = [...chiavi.flussi.slice(0, 1), ...chiavi.iuv, ...chiavi.iur];
  // What it pays says it better than the text, that each bank wraps its own way.
  const detto = nominati.length > 0 ? `CHIAVI#${nominati.join("#")}` : `TESTO#${dataContabile}#${conto}#${compatta(causale)}`;
  return { tipo: "IMPRONTA", valore: `${improntaDi(detto)}#${segno}#${importo}`, unico: false };
};

const annoDi = ({ esercizio, dataContabile }: RigaLetta): string => String(esercizio ?? dataContabile.slice(0, 4));

/** Names of a line, the surest first. None = nothing tells which movement it changes. */
export const nomiOf = (riga: RigaLetta, chiavi: ChiaviMovimento): readonly NomeMovimento[] => {
  const { segno, operazione, importo, conto = "", numeroSospeso, numeroDocumento, progressivoDocumento = "", sct, riferimentoBanca } = riga;
  const nomi: NomeMovimento[] = [];
  if (numeroSospeso !== undefined)
    nomi.push({ tipo: "SOSPESO", valore: `${numeroSenzaZeri(numeroSospeso)}#${annoDi(riga)}#${segno}`, unico: true });
  else if (numeroDocumento !== undefined)
    nomi.push({
      tipo: "DOCUMENTO",
      valore: `${numeroSenzaZeri(numeroDocumento)}#${progressivoDocumento}#${annoDi(riga)}#${segno}`,
      unico: true,
    });
  // The reference of a reversal is its own, not that of the line it reverses.
  if (operazione === "ESEGUITO" && riferimentoBanca !== undefined && !RIFERIMENTO_VUOTO.test(riferimentoBanca))
    nomi.push({
      tipo: "RIFERIMENTO",
      valore: `${compatta(riferimentoBanca)}#${annoDi(riga)}#${conto}#${segno}#${importo}`,
      unico: false,
    });
  if (sct !== undefined && !RIFERIMENTO_VUOTO.test(sct))
    nomi.push({ tipo: "SCT", valore: `${compatta(sct)}#${segno}#${importo}`, unico: false });
  if (operazione === "ESEGUITO") nomi.push(improntaRiga(riga, chiavi));
  return nomi;
};

/** Formats of one bank's statement give one reference to a line. */
const famigliaDi = (formato: FormatoTesoreria): string => (formato.startsWith("CAMT") ? "CAMT" : formato);

const distanti = (a: string, b: string, giorni: number): boolean => Math.abs(Date.parse(a) - Date.parse(b)) > giorni * MILLISECONDI_GIORNO;
const diversi = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && numeroSenzaZeri(a) !== numeroSenzaZeri(b);

/** Whether a movement that holds a place of a shared name may be the one that the line tells. */
export const isCompatibile = (movimento: Movimento, { riga, origine }: RigaRegistrabile): boolean => {
  const { origini } = movimento;
  if (origini.some((altra) => isStessaRiga(altra, origine))) return true;
  if (movimento.segno !== riga.segno || movimento.importo !== riga.importo) return false;
  if (diversi(movimento.numeroSospeso, riga.numeroSospeso)) return false;
  // One of the two changes the other: they may stand in one file, on different days.
  if (riga.operazione !== "ESEGUITO" || movimento.stato === "IN_ATTESA") return true;
  if (origini.some((altra) => altra.file === origine.file)) return false;
  const stessoFormato = origini.some((altra) => famigliaDi(altra.formato) === famigliaDi(origine.formato));
  if (stessoFormato && (diversi(movimento.riferimentoBanca, riga.riferimentoBanca) || diversi(movimento.sct, riga.sct))) return false;
  return !distanti(movimento.dataContabile, riga.dataContabile, stessoFormato ? 0 : GIORNI_TRA_FORMATI);
};

/** Whether only its place in the file tells the line from a twin: then its movement must remember it. */
export const isSenzaNomeProprio = (nomi: readonly NomeMovimento[]): boolean => !nomi.some(({ unico }) => unico);
