/**
 * Bytes of a treasurer's file → text, a piece at a time whatever the size of the file. What the bytes show comes before what the document declares; bytes that
 * are not of the declared encoding (accents of windows-1252 in a file that says UTF-8 are the commonest fault of banks) are read as windows-1252 and counted, so
 * that the file is loaded and the fault is told.
 */
import { type Esito, ko, ok } from "../../domain/esito.ts";

/** How much of the beginning is looked at. */
const INIZIO_BYTE = 1_024;
const PEZZO_BYTE = 64 * 1024;

export const CODIFICHE_LETTE = ["UTF-8", "ISO-8859-1", "ISO-8859-15", "windows-1252", "UTF-16LE", "UTF-16BE"] as const;
export type CodificaLetta = (typeof CODIFICHE_LETTE)[number];

const NOMI: Readonly<Record<string, CodificaLetta>> = {
  "utf-8": "UTF-8",
  utf8: "UTF-8",
  "us-ascii": "UTF-8",
  ascii: "UTF-8",
  "iso-8859-1": "ISO-8859-1",
  "iso8859-1": "ISO-8859-1",
  latin1: "ISO-8859-1",
  "latin-1": "ISO-8859-1",
  "iso-8859-15": "ISO-8859-15",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
  "utf-16": "UTF-16BE",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
};

/** By the mark, else by how a blank or a "<" is written in two bytes (XML 1.0, appendix F). */
const codificaDaiByte = (byte: Uint8Array): { codifica: CodificaLetta; segno: number } | undefined => {
  const [a, b, c] = byte;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { codifica: "UTF-8", segno: 3 };
  if (a === 0xff && b === 0xfe) return { codifica: "UTF-16LE", segno: 2 };
  if (a === 0xfe && b === 0xff) return { codifica: "UTF-16BE", segno: 2 };
  if ((a === 0x3c || a === 0x20) && b === 0) return { codifica: "UTF-16LE", segno: 0 };
  if (a === 0 && (b === 0x3c || b === 0x20)) return { codifica: "UTF-16BE", segno: 0 };
  return undefined;
};

const dichiarata = (byte: Uint8Array): string | undefined =>
  /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/
    .exec(Buffer.from(byte.buffer, byte.byteOffset, Math.min(byte.byteLength, INIZIO_BYTE)).toString("latin1"))?.[1]
    ?.toLowerCase();

/** Encoding of a file and bytes to skip at its start. Errors: the declared encoding is not read here. */
const recognizeCodifica = (inizio: Uint8Array): Esito<{ codifica: CodificaLetta; segno: number }> => {
  const vista = codificaDaiByte(inizio);
  if (vista !== undefined) return ok(vista);
  const nome = dichiarata(inizio);
  if (nome === undefined) return ok({ codifica: "UTF-8", segno: 0 });
  const codifica = NOMI[nome];
  if (codifica === undefined) return ko(`codifica dei caratteri ${nome} non ammessa: sono ammesse ${CODIFICHE_LETTE.join(", ")}`);
  // One byte per character all the same: the declaration was written by a program that thought in UTF-16.
  return ok({ codifica: codifica.startsWith("UTF-16") ? "UTF-8" : codifica, segno: 0 });
};

const WINDOWS = new TextDecoder("windows-1252");

/** Length of the UTF-8 sequence that starts with this byte; 0 when none does. */
const lunghezzaUtf8 = (byte: number): number =>
  byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;

/** Bytes at the end that begin a sequence which goes on in the next piece. */
const codaIncompleta = (byte: Uint8Array): number => {
  for (let indietro = 1; indietro <= Math.min(3, byte.length); indietro++) {
    const valore = byte[byte.length - indietro] ?? 0;
    if (valore >= 0xc0) return lunghezzaUtf8(valore) > indietro ? indietro : 0;
    if (valore < 0x80) return 0;
  }
  return 0;
};

/** Reads what can be read as UTF-8 and the single bytes that cannot as windows-1252. */
const decodeMisto = (byte: Uint8Array): { testo: string; corretti: number } => {
  const severo = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let testo = "";
  let corretti = 0;
  let inizio = 0;
  const put = (fine: number): void => {
    if (fine > inizio) testo += severo.decode(byte.subarray(inizio, fine));
  };
  const isSequenza = (da: number, quanti: number): boolean => {
    try {
      severo.decode(byte.subarray(da, da + quanti));
      return true;
    } catch {
      return false;
    }
  };
  for (let i = 0; i < byte.length; ) {
    const quanti = lunghezzaUtf8(byte[i] ?? 0);
    if (quanti === 1 || (quanti > 1 && i + quanti <= byte.length && isSequenza(i, quanti))) {
      i += quanti;
      continue;
    }
    put(i);
    testo += WINDOWS.decode(byte.subarray(i, i + 1));
    corretti += 1;
    i += 1;
    inizio = i;
  }
  put(byte.length);
  return { testo, corretti };
};

interface Decodificatore {
  decode(byte: Uint8Array, fine: boolean): string;
}

const createUtf8 = (conta: (quanti: number) => void): Decodificatore => {
  const severo = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let resto: Uint8Array = new Uint8Array(0);
  return {
    decode: (byte, fine) => {
      const tutto = resto.length === 0 ? byte : Buffer.concat([resto, byte]);
      const coda = fine ? 0 : codaIncompleta(tutto);
      const buoni = tutto.subarray(0, tutto.length - coda);
      resto = Uint8Array.from(tutto.subarray(tutto.length - coda));
      try {
        return severo.decode(buoni);
      } catch {
        const { testo, corretti } = decodeMisto(buoni);
        conta(corretti);
        return testo;
      }
    },
  };
};

const createDecodificatore = (codifica: CodificaLetta, conta: (quanti: number) => void): Decodificatore => {
  if (codifica === "UTF-8") return createUtf8(conta);
  const decoder = new TextDecoder(codifica.toLowerCase(), { ignoreBOM: true });
  return {
    decode: (byte, fine) => {
      const testo = decoder.decode(byte, { stream: !fine });
      for (let i = testo.indexOf("\uFFFD"); i >= 0; i = testo.indexOf("\uFFFD", i + 1)) conta(1);
      return testo;
    },
  };
};

export interface TestoAperto {
  readonly codifica: CodificaLetta;
  /** The text in pieces of at most 64 k characters. */
  readonly pezzi: AsyncIterable<string>;
  /** Bytes read so far that were not of the encoding. */
  corretti(): number;
}

/** Opens the bytes of a file as text. Errors: an encoding that is not read here. An exception of the source goes through. */
export const openTesto = async (byte: AsyncIterable<Uint8Array>): Promise<Esito<TestoAperto>> => {
  const sorgente = byte[Symbol.asyncIterator]();
  let inizio = Buffer.alloc(0);
  let finita = false;
  while (inizio.length < INIZIO_BYTE && !finita) {
    const { value, done } = await sorgente.next();
    if (done === true) finita = true;
    else inizio = Buffer.concat([inizio, value]);
  }
  const vista = recognizeCodifica(inizio);
  if (!vista.ok) {
    await sorgente.return?.();
    return vista;
  }
  const { codifica, segno } = vista.valore;
  let corretti = 0;
  const decodificatore = createDecodificatore(codifica, (quanti) => {
    corretti += quanti;
  });
  async function* decode(): AsyncGenerator<string> {
    try {
      for (let pezzo: Uint8Array | undefined = inizio.subarray(segno); pezzo !== undefined; ) {
        for (let da = 0; da < pezzo.length; da += PEZZO_BYTE) yield decodificatore.decode(pezzo.subarray(da, da + PEZZO_BYTE), false);
        const prossimo: IteratorResult<Uint8Array> = finita ? { done: true, value: undefined } : await sorgente.next();
        finita = prossimo.done === true;
        pezzo = prossimo.done === true ? undefined : prossimo.value;
      }
      yield decodificatore.decode(new Uint8Array(0), true);
    } finally {
      await sorgente.return?.();
    }
  }
  return ok({ codifica, pezzi: decode(), corretti: () => corretti });
};

/** How the fault is told to the treasurer's office; undefined when there is none. */
export const sentenceCorretti = ({ codifica, corretti }: TestoAperto): string | undefined =>
  corretti() === 0
    ? undefined
    : `${corretti()} byte non sono in ${codifica}: i caratteri accentati vicini potrebbero essere diversi dall'originale`;
