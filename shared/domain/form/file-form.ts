/** Uploads of a form: what a browser calls a PDF is one only if its first bytes say so. */
import { type Esito, ko, ok } from "../esito.ts";
import type { NuovoAllegato } from "../pendenze/allegati.ts";
import type { CampoForm } from "./descrizione-form.ts";

/** SHA-256, in base64. */
export type Impronta = (contenuto: Uint8Array) => string;

export interface FileLetto {
  /** What the template reads in place of the upload. */
  readonly dato: Readonly<Record<string, string | number>>;
  readonly allegato?: NuovoAllegato;
}

const NOME_MASSIMO = 100;
/** Of a document that is only hashed: larger ones are hashed by the browser. */
const DOCUMENTO_MASSIMO = 3_000_000;

const PRIMI_BYTE: readonly { readonly tipo: string; readonly byte: readonly number[] }[] = [
  { tipo: "application/pdf", byte: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { tipo: "image/jpeg", byte: [0xff, 0xd8, 0xff] },
  { tipo: "image/png", byte: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  // A signed envelope in DER: a sequence longer than 127 bytes.
  { tipo: "application/pkcs7-mime", byte: [0x30, 0x80] },
  { tipo: "application/pkcs7-mime", byte: [0x30, 0x82] },
  { tipo: "application/pkcs7-mime", byte: [0x30, 0x83] },
];

const tipoDi = (contenuto: Uint8Array): string | undefined =>
  PRIMI_BYTE.find(({ byte }) => byte.every((atteso, i) => contenuto[i] === atteso))?.tipo;

const isCampi = (valore: unknown): valore is Readonly<Record<string, unknown>> =>
  typeof valore === "object" && valore !== null && !Array.isArray(valore);

const decodeBase64 = (testo: unknown, massimo: number): Esito<Uint8Array> => {
  if (typeof testo !== "string" || testo === "" || testo.length % 4 !== 0) return ko("contenuto: atteso in base64");
  if ((testo.length / 4) * 3 > massimo + 2) return ko(`contenuto: al massimo ${massimo} byte`);
  try {
    const letto = atob(testo);
    const byte = new Uint8Array(letto.length);
    for (let i = 0; i < letto.length; i += 1) byte[i] = letto.charCodeAt(i);
    return byte.length > massimo ? ko(`contenuto: al massimo ${massimo} byte`) : ok(byte);
  } catch {
    return ko("contenuto: atteso in base64");
  }
};

/** Control characters and separators of paths do not reach whoever will save the file. */
const nomeDi = (valore: unknown): string | undefined => {
  const nome = typeof valore === "string" ? valore.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, "_").trim() : "";
  return nome === "" || nome.length > NOME_MASSIMO ? undefined : nome;
};

/** `{nome, contenuto}`, the content in base64: becomes an attachment of the debt. */
export const readFile = (valore: unknown, { tipi, massimoByte }: NonNullable<CampoForm["file"]>, impronta: Impronta): Esito<FileLetto> => {
  if (!isCampi(valore)) return ko("attesi nome e contenuto del file");
  const nome = nomeDi(valore["nome"]);
  if (nome === undefined) return ko(`nome: attesi da 1 a ${NOME_MASSIMO} caratteri`);
  const contenuto = decodeBase64(valore["contenuto"], massimoByte);
  if (!contenuto.ok) return contenuto;
  const tipo = tipoDi(contenuto.valore);
  if (tipo === undefined || !tipi.includes(tipo)) return ko(`contenuto: ammessi ${tipi.join(", ")}`);
  const dato = { nome, tipo, dimensione: contenuto.valore.byteLength, impronta: impronta(contenuto.valore) };
  return ok({ dato, allegato: { nome, tipo, contenuto: contenuto.valore } });
};

/** `{impronta}` (SHA-256 in base64, computed by who holds the document) or `{contenuto}`, which is hashed and not kept: what a stamp duty wants. */
export const readImpronta = (valore: unknown, impronta: Impronta): Esito<FileLetto> => {
  if (!isCampi(valore)) return ko("attesa l'impronta, o il contenuto del documento");
  const { impronta: data } = valore;
  // 32 bytes: 43 characters, whose last carries two bits of nothing, and the padding.
  if (typeof data === "string")
    return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(data)
      ? ok({ dato: { impronta: data } })
      : ko("impronta: attesa SHA-256 in base64 (44 caratteri)");
  const contenuto = decodeBase64(valore["contenuto"], DOCUMENTO_MASSIMO);
  return contenuto.ok ? ok({ dato: { impronta: impronta(contenuto.valore) } }) : contenuto;
};
