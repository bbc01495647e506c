/**
 * Records of a CSV of any size, from bytes that come in pieces: the memory is that of a piece and a record. What cannot be read is one record, never the file: a
 * quote that is never closed costs its own line, and the next is read again from its beginning.
 */

import { type CodificaTabella, SEPARATORI_TABELLA, type SeparatoreTabella } from "../../../domain/tesoreria/profili/profilo.ts";
import { type RigaTabella, TESTO_RIGA_MASSIMO } from "../../../domain/tesoreria/profili/tabella.ts";
import { COLONNE_MASSIME, decodeRecord, findTaglio, RIGA_MASSIMA_BYTE, splitRecord, type Taglio } from "../../../domain/tracciati/csv.ts";
import { detectCodifica, normalizeByte } from "./codifica.ts";

export interface OpzioniCsv {
  readonly codifica?: CodificaTabella | undefined;
  readonly separatore?: SeparatoreTabella | undefined;
  readonly virgolette: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const VIRGOLETTA = 0x22;
/** A separator that no byte is: without quotes to open, only the end of the line cuts a record. */
const NESSUNO = -1;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("windows-1252");

/** Undefined when the bytes are not of the encoding that the profile declares. */
const decode = (byte: Uint8Array, codifica: CodificaTabella | undefined): string | undefined => {
  if (codifica === undefined) return decodeRecord(byte);
  if (codifica === "WINDOWS-1252") return windows1252.decode(byte);
  try {
    return utf8.decode(byte);
  } catch {
    return undefined;
  }
};

interface Record {
  readonly byte: Uint8Array;
  readonly riga: number;
  readonly difetto?: string;
}

const countLf = (byte: Uint8Array): number => {
  let quanti = 0;
  for (let i = byte.indexOf(LF); i >= 0; i = byte.indexOf(LF, i + 1)) quanti += 1;
  return quanti;
};

/** The end of the physical line that starts at `da`; undefined when it is not in these bytes. */
const findRiga = (byte: Uint8Array, da: number): Taglio | undefined => {
  const fine = byte.indexOf(LF, da);
  if (fine < 0) return undefined;
  return { fine: fine > da && byte[fine - 1] === CR ? fine - 1 : fine, dopo: fine + 1 };
};

/** Cuts the records; `isBuono` tells whether one that spans several lines can be split, else only its first line is taken. */
class Taglierina {
  #byte: Uint8Array = new Uint8Array();
  #indice = 0;
  #riga = 1;
  /** Next quote from the index on, looked for once. */
  #virgoletta = -1;
  /** Inside a line too long to be read: what follows is dropped until it ends. */
  #scorre = false;
  readonly #virgolette: boolean;
  readonly #separatore: number;
  readonly #isBuono: (byte: Uint8Array) => boolean;

  constructor(virgolette: boolean, separatore: number, isBuono: (byte: Uint8Array) => boolean) {
    this.#virgolette = virgolette;
    this.#separatore = separatore;
    this.#isBuono = isBuono;
  }

  push(pezzo: Uint8Array): void {
    const resto = this.#byte.subarray(this.#indice);
    const insieme = new Uint8Array(resto.length + pezzo.length);
    insieme.set(resto);
    insieme.set(pezzo, resto.length);
    this.#byte = insieme;
    this.#indice = 0;
    this.#virgoletta = -1;
  }

  /** Next record; undefined when more bytes are needed, or at the end. */
  next(finito: boolean): Record | undefined {
    if (this.#scorre && !this.#skipLunga(finito)) return undefined;
    const trovato = this.#find();
    if ("taglio" in trovato) {
      const { fine, dopo } = trovato.taglio;
      if (fine - this.#indice <= RIGA_MASSIMA_BYTE) {
        const intero = this.#byte.subarray(this.#indice, fine);
        // A record of several lines that makes no sense is a stray quote.
        if (!intero.includes(LF) || this.#isBuono(intero)) return this.#take(fine, dopo);
      }
      return this.#takeRigaDifettosa();
    }
    const aperto = this.#byte.length - this.#indice;
    if (aperto > RIGA_MASSIMA_BYTE || (finito && trovato.virgoletteAperte)) return this.#takeRigaDifettosa();
    return finito && aperto > 0 ? this.#take(this.#byte.length, this.#byte.length) : undefined;
  }

  /** A line without quotes ends where it ends: only the others are looked at byte by byte. */
  #find(): ReturnType<typeof findTaglio> {
    const taglio = findRiga(this.#byte, this.#indice);
    if (this.#virgolette && this.#quoteBefore(taglio?.fine ?? this.#byte.length))
      return findTaglio(this.#byte, this.#indice, this.#separatore);
    return taglio ? { taglio } : { virgoletteAperte: false };
  }

  #quoteBefore(fine: number): boolean {
    if (this.#virgoletta < this.#indice) {
      const trovata = this.#byte.indexOf(VIRGOLETTA, this.#indice);
      this.#virgoletta = trovata < 0 ? Number.POSITIVE_INFINITY : trovata;
    }
    return this.#virgoletta < fine;
  }

  #take(fine: number, dopo: number, difetto?: string): Record {
    const byte = this.#byte.subarray(this.#indice, fine);
    const record = { byte, riga: this.#riga, ...(difetto === undefined ? {} : { difetto }) };
    this.#riga += countLf(this.#byte.subarray(this.#indice, dopo));
    this.#indice = dopo;
    return record;
  }

  /** Only the first line of what is there: too long, or with a quote that nothing closes. */
  #takeRigaDifettosa(): Record {
    const riga = findRiga(this.#byte, this.#indice);
    if (riga && riga.fine - this.#indice <= RIGA_MASSIMA_BYTE) return this.#take(riga.fine, riga.dopo, "virgolette aperte e mai chiuse");
    if (!riga && this.#byte.length - this.#indice <= RIGA_MASSIMA_BYTE)
      return this.#take(this.#byte.length, this.#byte.length, "virgolette aperte e mai chiuse");
    this.#scorre = true;
    return this.#take(this.#indice + TESTO_RIGA_MASSIMO, this.#indice + TESTO_RIGA_MASSIMO, `riga di oltre ${RIGA_MASSIMA_BYTE} byte`);
  }

  #skipLunga(finito: boolean): boolean {
    const riga = findRiga(this.#byte, this.#indice);
    if (riga) this.#riga += 1;
    this.#scorre = !riga;
    this.#indice = riga?.dopo ?? this.#byte.length;
    return riga !== undefined || finito;
  }
}

const splitSenzaVirgolette = (testo: string, separatore: string): readonly string[] | string => {
  const campi = testo.split(separatore, COLONNE_MASSIME + 1);
  return campi.length > COLONNE_MASSIME ? `più di ${COLONNE_MASSIME} colonne` : campi;
};

const toRiga = ({ byte, riga, difetto }: Record, separatore: string, { codifica, virgolette }: OpzioniCsv): RigaTabella => {
  const testo = decode(byte, codifica);
  const intero = testo ?? windows1252.decode(byte);
  const difettosa = (motivo: string): RigaTabella => ({ riga, celle: [], testo: intero.slice(0, TESTO_RIGA_MASSIMO), difetto: motivo });
  if (difetto !== undefined) return difettosa(difetto);
  if (testo === undefined) return difettosa(`la riga non è codificata in ${codifica ?? "UTF-8"}`);
  if (testo.includes("\0")) return difettosa("la riga contiene byte che non sono un testo");
  if (!virgolette) {
    const campi = splitSenzaVirgolette(testo, separatore);
    return typeof campi === "string" ? difettosa(campi) : { riga, celle: campi, testo };
  }
  const campi = splitRecord(testo, separatore);
  return campi.ok ? { riga, celle: campi.valore, testo } : difettosa(campi.errore);
};

const RIGHE_ASSAGGIO = 50;
const ASSAGGIO_BYTE = 65_536;

/** The separator that cuts most of the first lines into the same number of columns. */
export function findSeparatoreTabella(inizio: string): SeparatoreTabella {
  const [prima = ""] = inizio.split(/\r?\n/, 1);
  const detto = /^sep=(.)$/i.exec(prima.trim())?.[1];
  const dichiarato = SEPARATORI_TABELLA.find((separatore) => separatore === detto);
  if (dichiarato) return dichiarato;
  const righe = inizio.split(/\r?\n|\r/, RIGHE_ASSAGGIO).filter((riga) => riga.trim() !== "");
  const punti = (separatore: SeparatoreTabella): number => {
    const quante = new Map<number, number>();
    for (const riga of righe) {
      const campi = splitRecord(riga, separatore);
      const colonne = campi.ok ? campi.valore.length : 1;
      if (colonne > 1) quante.set(colonne, (quante.get(colonne) ?? 0) + 1);
    }
    return Math.max(0, ...[...quante].map(([colonne, volte]) => (colonne - 1) * volte));
  };
  return [...SEPARATORI_TABELLA].sort((a, b) => punti(b) - punti(a))[0] ?? ";";
}

/** Text of the first bytes, to guess from. */
const tasteTesto = (inizio: Uint8Array, codifica: CodificaTabella | undefined, segno: number): string => {
  const byte = inizio.subarray(segno, ASSAGGIO_BYTE);
  return new TextDecoder(codifica === "UTF-16LE" ? "utf-16le" : codifica === "UTF-16BE" ? "utf-16be" : "windows-1252").decode(byte);
};

/** @param inizio the first bytes, which are also the first of `pezzi`. */
export async function* readCsv(
  inizio: Uint8Array,
  pezzi: AsyncIterable<Uint8Array>,
  opzioni: OpzioniCsv,
): AsyncGenerator<RigaTabella, void, undefined> {
  const vista = detectCodifica(inizio, opzioni.codifica);
  const separatore = opzioni.separatore ?? findSeparatoreTabella(tasteTesto(inizio, vista.codifica, vista.segno));
  const codifica = vista.codifica?.startsWith("UTF-16") ? "UTF-8" : vista.codifica;
  const lettura: OpzioniCsv = { ...opzioni, codifica };
  const taglierina = new Taglierina(opzioni.virgolette, opzioni.virgolette ? separatore.charCodeAt(0) : NESSUNO, (byte) => {
    const testo = decode(byte, codifica);
    return testo !== undefined && splitRecord(testo, separatore).ok;
  });
  const take = function* (finito: boolean): Generator<RigaTabella> {
    for (let record = taglierina.next(finito); record; record = taglierina.next(finito)) {
      const riga = toRiga(record, separatore, lettura);
      if (record.riga !== 1 || !/^"?sep=.?"?$/i.test(riga.testo ?? "")) yield riga;
    }
  };
  for await (const pezzo of normalizeByte(pezzi, vista)) {
    taglierina.push(pezzo);
    yield* take(false);
  }
  yield* take(true);
}
