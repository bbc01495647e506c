/**
 * Remittance information of the transfers from the PSPs (SACI, attribute AT-05): how it is written. How it is read, once two banks have had it, is in
 * tesoreria/causali.
 */
import { formatImporto } from "./importo.ts";

/** Characters of AT-05. */
const LUNGHEZZA_SCT = 140;

/**
 * Remittance information of a single payment: /RFS for RF references, in groups of four, /RFB otherwise. At most 140 characters, the text
 * is cut. @param importo cents.
 */
export function buildCausaleVersamento(iuv: string, importo: bigint, testo?: string): string {
  const riferimento = /^RF/i.test(iuv) ? `/RFS/${iuv.replace(/.{4}(?=.)/g, "$& ")}` : `/RFB/${iuv}`;
  const causale = `${riferimento}/${formatImporto(importo)}`;
  const pulito = (testo ?? "").replace(/\s+/g, " ").trim();
  return pulito === "" ? causale : `${causale}/TXT/${pulito}`.slice(0, LUNGHEZZA_SCT).trimEnd();
}

/** Remittance information of the transfer of a whole flow; integrazione is 0 for the ordinary transfer, 1..9 for the later ones. */
export const buildCausaleRiversamento = (idFlusso: string, integrazione?: number): string =>
  `/PUR/LGPE-RIVERSAMENTO/${integrazione === undefined ? "" : `TXT/${integrazione}/`}URI/${idFlusso}`;

/** Key to compare flow ids by: banks change the case, and a wrapped line leaves blanks inside. */
export const normalizeIdFlusso = (idFlusso: string): string => idFlusso.replace(/\s/g, "").toUpperCase();
