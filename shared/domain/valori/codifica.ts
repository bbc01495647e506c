/**
 * Character encodings in which a message of the Node may come. The protocol wants UTF-8 and forbids nothing else, so the encoding of a message never
 * decides whether it is accepted; it is remembered, because the original has to be kept byte for byte.
 */
import { type Esito, ko, ok } from "../esito.ts";
import { CODIFICHE, type Codifica } from "./codifiche.ts";

/** A text and the encoding that gives its bytes back. */
export interface TestoCodificato {
  readonly testo: string;
  readonly codifica: Codifica;
}

/** Names of the IANA register, lower case. UTF-16 without a mark is big-endian (RFC 2781). */
const NOMI: Readonly<Record<string, Codifica>> = {
  "utf-8": "UTF-8",
  utf8: "UTF-8",
  "us-ascii": "UTF-8",
  "utf-16": "UTF-16BE",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
  "iso-8859-1": "ISO-8859-1",
  "iso8859-1": "ISO-8859-1",
  latin1: "ISO-8859-1",
};

/** By the mark, else by how a "<" is written in two bytes (XML 1.0, appendix F). */
function codificaDaiByte(byte: Uint8Array): Codifica | undefined {
  const [a, b, c] = byte;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "UTF-8";
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "UTF-16LE";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "UTF-16BE";
  return undefined;
}

const LUNGHEZZA_DICHIARAZIONE = 200;
/** Each character of ISO-8859-1 is its own byte. Built by pieces: a call has a limit of arguments. */
const PEZZO = 8_192;

function decodeLatin1(byte: Uint8Array): string {
  let testo = "";
  for (let inizio = 0; inizio < byte.length; inizio += PEZZO) testo += String.fromCharCode(...byte.subarray(inizio, inizio + PEZZO));
  return testo;
}

const nomeDichiarato = (byte: Uint8Array): string | undefined =>
  /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(decodeLatin1(byte.subarray(0, LUNGHEZZA_DICHIARAZIONE)))?.[1];

const nomeDelTipo = (contentType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? "")?.[1];

/** @returns the text with its mark, if any; ko when the bytes are not of that encoding. */
function decode(byte: Uint8Array, codifica: Codifica): Esito<string> {
  if (codifica === "ISO-8859-1") return ok(decodeLatin1(byte));
  try {
    return ok(new TextDecoder(codifica, { fatal: true, ignoreBOM: true }).decode(byte));
  } catch {
    return ko(`il messaggio non è codificato in ${codifica}`);
  }
}

/**
 * Bytes → text. What the bytes show comes before what the transport says, and that before what the document says of itself; UTF-8 when nobody says anything.
 * Bytes that are not of their encoding are refused rather than repaired.
 * @param contentType value of the Content-Type header.
 */
export function decodeTesto(byte: Uint8Array, contentType?: string): Esito<TestoCodificato> {
  const vista = codificaDaiByte(byte);
  const nomi = vista === undefined ? [nomeDelTipo(contentType), nomeDichiarato(byte)].filter((nome) => nome !== undefined) : [];
  const ignoto = nomi.find((nome) => NOMI[nome.toLowerCase()] === undefined);
  const dette = nomi.flatMap((nome) => NOMI[nome.toLowerCase()] ?? []);
  if (ignoto !== undefined && dette.length === 0) return ko(`codifica ${ignoto} non ammessa: sono ammesse ${CODIFICHE.join(", ")}`);
  let motivo = "";
  for (const codifica of vista === undefined ? [...dette, ...(dette.length === 0 ? (["UTF-8"] as const) : [])] : [vista]) {
    const letto = decode(byte, codifica);
    if (letto.ok) return ok({ testo: letto.valore, codifica });
    motivo ||= letto.errore;
  }
  return ko(motivo);
}

/** The bytes that a text had in its encoding. */
export function encodeTesto({ testo, codifica }: TestoCodificato): Uint8Array {
  if (codifica === "UTF-8") return new TextEncoder().encode(testo);
  if (codifica === "ISO-8859-1") return Uint8Array.from({ length: testo.length }, (_, i) => testo.charCodeAt(i));
  const byte = new Uint8Array(testo.length * 2);
  const vista = new DataView(byte.buffer);
  for (let i = 0; i < testo.length; i += 1) vista.setUint16(i * 2, testo.charCodeAt(i), codifica === "UTF-16LE");
  return byte;
}
