/**
 * Writing of XML that the Node cannot refuse (pagopa.md 3.4): text cut to the length of the schema, characters illegal in XML removed, optional elements left
 * out instead of empty, amounts with two decimals. A value that cannot be repaired (an amount of zero) is a bug of ours and throws.
 */
import { isGiorno } from "../../domain/valori/date.ts";
import { formatImporto, IMPORTO_MASSIMO_CENTESIMI } from "../../domain/valori/importo.ts";
import { taglia } from "../../domain/valori/taglio.ts";

/** Written where the schema wants a text and we have none worth showing. */
const TESTO_ASSENTE = "n.d.";

const ENTITA: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const escapeXml = (testo: string): string => testo.replace(/[&<>"']/g, (carattere) => ENTITA[carattere] ?? "");

const isAmmesso = (codice: number): boolean =>
  (codice >= 0x20 && codice <= 0xd7ff) || (codice >= 0xe000 && codice <= 0xfffd) || (codice >= 0x10000 && codice <= 0x10ffff);

/** One line of at most `max` characters (code points), without what XML 1.0 forbids and without blanks around. */
export function normalizeTesto(testo: string, max: number): string {
  const caratteri: string[] = [];
  // The bound keeps the work small on any input: what is cut away is never looked at.
  for (const carattere of testo.slice(0, max * 8)) {
    const codice = carattere.codePointAt(0) ?? 0;
    if (codice === 0x9 || codice === 0xa || codice === 0xd) caratteri.push(" ");
    else if (isAmmesso(codice) && !(codice >= 0x7f && codice <= 0x9f)) caratteri.push(carattere);
  }
  const riga = caratteri.join("").trim();
  // The limit counts code points: as many as there are, in UTF-16 units.
  return taglia(riga, [...riga].slice(0, max).join("").length).trimEnd();
}

/** `<nome>contenuto</nome>`; the content is already XML. */
export const elemento = (nome: string, ...contenuto: readonly string[]): string => `<${nome}>${contenuto.join("")}</${nome}>`;

/** A text that the schema wants. */
export const testo = (nome: string, valore: string, max: number): string =>
  elemento(nome, escapeXml(normalizeTesto(valore, max) || TESTO_ASSENTE.slice(0, max)));

/** A text that may be missing: absent or blank, the element is not written. */
export function testoFacoltativo(nome: string, valore: string | undefined, max: number): string {
  const riga = valore === undefined ? "" : normalizeTesto(valore, max);
  return riga === "" ? "" : elemento(nome, escapeXml(riga));
}

/** A text that is written only when it has the form of the schema: a wrong e-mail must not stop a payment. */
export const testoConforme = (nome: string, valore: string | undefined, forma: RegExp, max: number): string =>
  valore !== undefined && valore.length <= max && forma.test(valore) ? elemento(nome, escapeXml(valore)) : "";

/** A code whose form was checked long before: anything else is a bug. */
export function codice(nome: string, valore: string, forma: RegExp): string {
  if (!forma.test(valore)) throw new RangeError(`${nome} non è nella forma prevista dal protocollo: ${valore.slice(0, 40)}`);
  return elemento(nome, escapeXml(valore));
}

/** Cents between 0.01 and 999999999.99. */
export function importo(nome: string, centesimi: bigint): string {
  if (centesimi < 1n || centesimi > IMPORTO_MASSIMO_CENTESIMI)
    throw new RangeError(`${nome} fuori dai limiti del protocollo: ${centesimi} centesimi`);
  return elemento(nome, formatImporto(centesimi));
}

export const booleano = (nome: string, valore: boolean): string => elemento(nome, valore ? "true" : "false");

/** A day that exists, "YYYY-MM-DD". */
export function giorno(nome: string, valore: string): string {
  if (!isGiorno(valore)) throw new RangeError(`${nome} non è un giorno: ${valore.slice(0, 40)}`);
  return elemento(nome, valore);
}
