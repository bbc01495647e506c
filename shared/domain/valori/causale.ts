/**
 * Remittance information of the transfers from the PSPs (SACI, attribute AT-05): how it is written, and how to find the flow or the IUV in
 * what is left of it once two banks have wrapped, upper-cased and replaced its separators.
 */
import { formatImporto } from "./importo.ts";
import { isRiferimentoRf } from "./mod97.ts";
import { hasCheckDigitValido } from "./numero-avviso.ts";

export type RiferimentoCausale =
  | { readonly tipo: "cumulativo"; readonly idFlusso: string }
  | { readonly tipo: "singolo"; readonly iuv: string };

/** AT-05 holds 140 characters; treasurers put more text around it, and nothing beyond 512 is looked at. */
const LUNGHEZZA_SCT = 140;
const LUNGHEZZA_LETTA = 512;
const LUNGHEZZA_ID_FLUSSO = 35;
const LUNGHEZZA_RF = 25;

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

/**
 * What a movement pays: a flow, when the text has the form of cumulative transfers, else a single IUV, else nothing recognizable (021401).
 * The identifiers keep the case they were found in: compare flows by normalizeIdFlusso.
 */
export function parseCausale(testo: string): RiferimentoCausale | undefined {
  const [idFlusso] = candidatiFlusso(testo);
  if (idFlusso !== undefined) return { tipo: "cumulativo", idFlusso };
  const iuv = findIuv(compact(testo));
  return iuv === undefined ? undefined : { tipo: "singolo", iuv };
}

/**
 * Every flow id that the text may hold, the likeliest first and never more than a few: where the bank left a blank after the id, only the
 * archive of flows can tell whether what follows belongs to it.
 */
export function candidatiFlusso(testo: string): readonly string[] {
  const pulito = compact(testo);
  const marcatore = RIVERSAMENTO.exec(pulito);
  if (marcatore === null) return [];
  for (const uri of pulito.slice(marcatore.index + marcatore[0].length).matchAll(URI)) {
    const candidati = idFlussoIn(readTratto(uri.input.slice(uri.index + uri[0].length)));
    if (candidati.length > 0) return candidati;
  }
  return [];
}

// One alternative per character and no nested repetition: time is linear in the 512 characters.
const conSpazi = (parola: string): string => [...parola].join(" ?");
const RIVERSAMENTO = new RegExp(`${conSpazi("LGPE")} ?[^A-Z0-9 ]? ?${conSpazi("RIVERSAMENTO")}`, "i");
const URI = new RegExp(`(?<![A-Z0-9])${conSpazi("URI")} ?[^A-Z0-9] ?`, "gi");
const RF = /(?<![A-Z0-9])R ?F ?[SB] ?([^A-Z0-9]) ?/gi;

const ID_FLUSSO = /^\d{4}-\d{2}-\d{2}\w*-[\w-]+$/;
const ID_FLUSSO_SENZA_TRATTINO = /^\d{4}-\d{2}-\d{2}[\w-]+$/;

const compact = (testo: string): string => testo.slice(0, LUNGHEZZA_LETTA).replace(/\s+/g, " ").trim();

type Tratto = {
  /** The pieces between blanks, up to the first character that no identifier contains. */
  readonly pezzi: readonly string[];
  /** The separator that follows at once introduces another tag (/TXT/): every blank before it was put by the bank. */
  readonly chiuso: boolean;
};

function readTratto(testo: string): Tratto {
  const tratto = /^[\w -]*/.exec(testo)?.[0] ?? "";
  const seguito = testo.slice(tratto.length);
  const pezzi = tratto.split(" ").filter((pezzo) => pezzo !== "");
  // "10,00" or "31/12/2026" after a blank: the digits before the separator are not a piece of the identifier.
  if (pezzi.length > 1 && /^[.,/:]\d/.test(seguito) && /^\d{1,9}$/.test(pezzi.at(-1) ?? ""))
    return { pezzi: pezzi.slice(0, -1), chiuso: false };
  return { pezzi, chiuso: !tratto.endsWith(" ") && /^[^\w ][A-Z][A-Z0-9]{2}[^\w ]/i.test(seguito) };
}

/** The texts made by the first piece, the first two, and so on, within a length. */
function prefissi(pezzi: readonly string[], massimo: number): readonly string[] {
  const uniti: string[] = [];
  for (const pezzo of pezzi) {
    const unito = (uniti.at(-1) ?? "") + pezzo;
    if (unito.length > massimo) break;
    uniti.push(unito);
  }
  return uniti;
}

function idFlussoIn({ pezzi, chiuso }: Tratto): readonly string[] {
  const uniti = prefissi(pezzi, LUNGHEZZA_ID_FLUSSO);
  const esatti = uniti.filter((unito) => ID_FLUSSO.test(unito));
  const validi = esatti.length > 0 ? esatti : uniti.filter((unito) => ID_FLUSSO_SENZA_TRATTINO.test(unito));
  if (validi.length === 0) return idEsadecimaleIn(uniti);
  const primo = uniti.indexOf(validi[0] ?? "");
  // Once the form is complete, a piece without digits is rather a word of the bank than the rest of the identifier.
  const parola = pezzi.findIndex((pezzo, i) => i > primo && !/\d/.test(pezzo));
  const fine = chiuso && uniti.length === pezzi.length ? pezzi.length : parola === -1 ? pezzi.length : parola;
  const migliore = uniti.slice(0, fine).findLast((unito) => validi.includes(unito));
  return [...new Set([migliore ?? "", ...validi])].filter((candidato) => candidato !== "").slice(0, 8);
}

// Some PSPs write a digest where the rule asks for date, sender and number: 32 hexadecimal digits, which banks break in two.
function idEsadecimaleIn(uniti: readonly string[]): readonly string[] {
  const esadecimali = uniti.filter((unito) => /^[0-9a-f]{16,35}$/i.test(unito));
  const intero = esadecimali.find((unito) => unito.length === 32) ?? esadecimali[0];
  return intero === undefined ? [] : [...new Set([intero, ...esadecimali])];
}

function findIuv(testo: string): string | undefined {
  for (const trovato of testo.matchAll(RF)) {
    const separatore = trovato[1];
    const resto = testo.slice(trovato.index + trovato[0].length);
    const tratto = /^[A-Z0-9 ]*/i.exec(resto)?.[0] ?? "";
    const pezzi = tratto.split(" ").filter((pezzo) => pezzo !== "");
    const seguito = resto.slice(tratto.length);
    const chiuso = separatore !== " " && seguito.charAt(0) === separatore && !tratto.endsWith(" ");
    // "10.00" after a blank: its whole euros are not a piece of the reference.
    if (!chiuso && pezzi.length > 1 && /^[.,]\d/.test(seguito)) pezzi.pop();
    const iuv = /^R ?F/i.test(tratto) ? riferimentoRfIn(pezzi) : iuvNumericoIn(pezzi, chiuso);
    if (iuv !== undefined) return iuv;
  }
  return undefined;
}

/** RF references carry their own check digits: the longest text that satisfies them wins over any guess about blanks. */
function riferimentoRfIn(pezzi: readonly string[]): string | undefined {
  const uniti = prefissi(pezzi, LUNGHEZZA_RF);
  const breve = pezzi.findIndex((pezzo) => pezzo.length !== 4);
  const perGruppi = uniti.slice(0, breve === -1 ? uniti.length : breve + 1);
  const valido = perGruppi.findLast(isRiferimentoRf) ?? uniti.findLast(isRiferimentoRf) ?? perGruppi.at(-1);
  return valido !== undefined && /^RF\w{2,}/i.test(valido) ? valido : undefined;
}

/** 15 or 17 digits (16 in old archives). When blanks allow more than one reading, check digits or the closing separator decide. */
function iuvNumericoIn(pezzi: readonly string[], chiuso: boolean): string | undefined {
  const numerici = prefissi(pezzi, 17).filter((unito) => /^\d{15,17}$/.test(unito));
  const lungo = numerici.at(-1);
  if (lungo !== undefined && (chiuso || (lungo.length === 17 && hasCheckDigitValido(`3${lungo}`)))) return lungo;
  return numerici[0];
}
