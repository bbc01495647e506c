/** The codes inside a bank's text: flow ids, IUV, IUR, put together again across the blanks that banks leave in them. */
import { isRiferimentoRf } from "../../valori/mod97.ts";
import { hasCheckDigitValido, isNumeroAvviso } from "../../valori/numero-avviso.ts";

export interface CodiceLetto {
  /** Every reading that the blanks allow, the likeliest first, in the case they were found in. */
  readonly letture: readonly string[];
  /** Where the code ends in the text that was given. */
  readonly fine: number;
  /** The text stops inside the code. */
  readonly troncato: boolean;
}

/** How a flow id may be read: with any shape, only with the whole shape, or also without joining what follows a blank. */
export interface LetturaFlusso {
  readonly certa: boolean;
  readonly unisci: boolean;
  /** Its dashes were lost: the sender ends where its form ends. */
  readonly senzaTrattini: boolean;
}

export const LUNGHEZZA_ID_FLUSSO = 35;
const LUNGHEZZA_RF = 25;
/** A code of 35 characters with a blank in every other place, and what tells whether it is finished. */
const FINESTRA = 90;
const LETTURE_MASSIME = 8;

const ID_FLUSSO = /^\d{4}-\d{2}-\d{2}\w*-[\w-]+$/;
const ID_FLUSSO_SENZA_TRATTINO = /^\d{4}-\d{2}-\d{2}[\w-]+$/;
const ID_FLUSSO_PIENO = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[A-Z]\w+-\w[\w-]*$/i;
const DATA = /^\d{4}-\d{2}-\d{2}/;
/** Date and sender only: the number that tells one flow of the day from the others is missing. */
const SENZA_NUMERO = /^\d{4}-\d{2}-\d{2}[A-Z_]*(?:\d{0,5}|_\d*)-?$/i;
const SENZA_SECONDO_TRATTINO = /^(\d{4}-\d{2}-\d{2}(?:ABI\d{5}|[A-Z]{6}[A-Z0-9]{2}(?:X{3})?))([A-Z0-9]+)$/i;

/** Put together from pieces: only senders that no words of a text can make, an ABI code or a BIC of the countries that have PSPs of pagoPA. */
const ID_FLUSSO_RICOMPOSTO =
  /^20\d\d-\d\d-\d\d(?:ABI\d{5}|[A-Z]{4}(?:IT|LU|IE|DE|FR|ES|NL|BE|MT|GB|LT|AT)[A-Z0-9]{2}(?:[A-Z0-9]{3})?)-\w[\w-]*$/i;
const ABI_SENZA_TRATTINO = /^\d{4}-\d{2}-\d{2}ABI\d{5}[A-Z0-9]*\d[A-Z0-9]*$/i;

/** Letters that a hand, or a scanner, takes for digits. */
const SIMILI: Readonly<Record<string, string>> = { O: "0", o: "0", I: "1", i: "1", L: "1", l: "1" };
const toCifre = (testo: string): string => testo.replace(/[OIL]/gi, (lettera) => SIMILI[lettera] ?? lettera);

type Tratto = {
  /** The pieces between blanks, up to the first character that no identifier contains. */
  readonly pezzi: readonly string[];
  /** Where each piece ends. */
  readonly fini: readonly number[];
  /** The separator that follows at once introduces another tag (/TXT/): every blank before it was put by the bank. */
  readonly chiuso: boolean;
};

const dividi = (tratto: string): Pick<Tratto, "pezzi" | "fini"> => {
  const trovati = [...tratto.matchAll(/[^ ]+/g)];
  return { pezzi: trovati.map(([pezzo]) => pezzo), fini: trovati.map((trovato) => trovato.index + trovato[0].length) };
};

function readTratto(testo: string): Tratto {
  const tratto = /^[\w -]*/.exec(testo)?.[0] ?? "";
  const seguito = testo.slice(tratto.length);
  const { pezzi, fini } = dividi(tratto);
  // "10,00" or "31/12/2026" after a blank: the digits before the separator are not a piece of the identifier.
  if (pezzi.length > 1 && /^[.,/:]\d/.test(seguito) && /^\d{1,9}$/.test(pezzi.at(-1) ?? ""))
    return { pezzi: pezzi.slice(0, -1), fini, chiuso: false };
  return { pezzi, fini, chiuso: !tratto.endsWith(" ") && /^[^\w ][A-Z][A-Z0-9]{2}[^\w ]/i.test(seguito) };
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

/** In the date and in an ABI code a letter can only be a digit that was read badly. */
function correctSimili(id: string): string {
  const data = toCifre(id.slice(0, 10));
  if (!DATA.test(data)) return id;
  const resto = id.slice(10);
  const abi = /^ABI(?=(?:[OIL]*\d){3})[\dOIL]{5}/i.exec(resto)?.[0] ?? "";
  return data + abi.slice(0, 3) + toCifre(abi.slice(3)) + resto.slice(abi.length);
}

/** @param testo what follows the words of the form. */
export function readIdFlusso(testo: string, lettura: LetturaFlusso): CodiceLetto | undefined {
  const { pezzi, fini, chiuso } = readTratto(testo.slice(0, FINESTRA));
  const grezzi = prefissi(pezzi, LUNGHEZZA_ID_FLUSSO);
  const uniti = grezzi.map(correctSimili);
  const letto = (letture: readonly string[], troncato: boolean): CodiceLetto => ({
    letture: [...new Set(letture)].slice(0, LETTURE_MASSIME),
    fine: fini[uniti.indexOf(letture[0] ?? "")] ?? fini[0] ?? 0,
    troncato,
  });
  const isAmmesso = (id: string): boolean =>
    lettura.certa || (ID_FLUSSO_PIENO.test(id) && (id === uniti[0] || ID_FLUSSO_RICOMPOSTO.test(id))) || ABI_SENZA_TRATTINO.test(id);
  const candidati = candidatiIn(uniti, pezzi, chiuso).filter(isAmmesso);
  const [migliore] = candidati;
  if (migliore === undefined) {
    const esadecimali = lettura.certa ? idEsadecimaleIn(uniti) : [];
    if (esadecimali.length > 0) return letto(esadecimali, false);
    const data = lettura.certa ? uniti.find((unito) => unito.length === 10 && DATA.test(unito)) : undefined;
    return data === undefined ? undefined : letto([data], true);
  }
  const conTrattino = candidati.flatMap((id) => id.replace(SENZA_SECONDO_TRATTINO, "$1-$2")).filter((id) => !candidati.includes(id));
  const senzaCoda = candidati
    .filter((id) => ID_FLUSSO.test(id) && id.endsWith("-") && !SENZA_NUMERO.test(id))
    .map((id) => id.replace(/-+$/, ""));
  const brevi = lettura.unisci ? candidati : candidati.toSorted((a, b) => a.length - b.length);
  const letture = lettura.senzaTrattini
    ? [...conTrattino, ...brevi]
    : [...brevi.slice(0, 1), ...senzaCoda, ...conTrattino, ...brevi.slice(1)];
  return { ...letto(brevi, SENZA_NUMERO.test(brevi[0] ?? "")), letture: [...new Set(letture)].slice(0, LETTURE_MASSIME) };
}

function candidatiIn(uniti: readonly string[], pezzi: readonly string[], chiuso: boolean): readonly string[] {
  const esatti = uniti.filter((unito) => ID_FLUSSO.test(unito));
  const validi = esatti.length > 0 ? esatti : uniti.filter((unito) => ID_FLUSSO_SENZA_TRATTINO.test(unito));
  if (validi.length === 0) return [];
  const primo = uniti.indexOf(validi[0] ?? "");
  // Once the form is complete, a piece without digits is rather a word of the bank than the rest of the identifier.
  const parola = pezzi.findIndex((pezzo, i) => i > primo && !/\d/.test(pezzo));
  const fine = chiuso && uniti.length === pezzi.length ? pezzi.length : parola === -1 ? pezzi.length : parola;
  const migliore = uniti.slice(0, fine).findLast((unito) => validi.includes(unito));
  // Cut at the dash: what follows is no number of a flow but a word of the bank.
  const tagliato = /\d/.test(pezzi[primo] ?? "")
    ? undefined
    : uniti.slice(0, primo).findLast((unito) => SENZA_NUMERO.test(unito) && unito.endsWith("-"));
  return [...new Set([tagliato ?? "", migliore ?? "", ...validi])].filter((candidato) => candidato !== "");
}

// Some PSPs write a digest where the rule asks for date, sender and number: 32 hexadecimal digits, which banks break in two.
function idEsadecimaleIn(uniti: readonly string[]): readonly string[] {
  const esadecimali = uniti.filter((unito) => /^[0-9a-f]{16,35}$/i.test(unito));
  const intero = esadecimali.find((unito) => unito.length === 32) ?? esadecimali[0];
  return intero === undefined ? [] : [intero, ...esadecimali];
}

/** @param separatore what stands before the code: the same after it closes the code. */
export function readIuv(testo: string, separatore: string): CodiceLetto | undefined {
  const resto = testo.slice(0, FINESTRA);
  const tratto = /^[A-Z0-9 ]*/i.exec(resto)?.[0] ?? "";
  const { pezzi: tutti, fini } = dividi(tratto);
  const seguito = resto.slice(tratto.length);
  const chiuso = separatore !== " " && seguito.charAt(0) === separatore && !tratto.endsWith(" ");
  // "10.00" after a blank: its whole euros are not a piece of the reference.
  const importo = !chiuso && /^[.,]\d/.test(seguito);
  const pezzi = importo && tutti.length > 1 ? tutti.slice(0, -1) : tutti;
  const iuv = /^R ?F/i.test(tratto) ? riferimentoRfIn(pezzi) : iuvNumericoIn(pezzi, chiuso);
  const incollato = importo && (iuv === undefined || (/^RF/i.test(iuv) && !isRiferimentoRf(iuv))) ? incollatoIn(tutti) : undefined;
  const scelto = incollato ?? iuv;
  if (scelto === undefined) return undefined;
  const fine = fini[prefissi(tutti, FINESTRA).findIndex((unito) => unito.length >= scelto.length)] ?? tratto.length;
  return { letture: [scelto], fine, troncato: false };
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
  return numerici[0] ?? iuvConSimiliIn(pezzi);
}

/** Letters in the place of digits: taken for digits only where that leaves one reading, and the check digits agree with it. */
function iuvConSimiliIn(pezzi: readonly string[]): string | undefined {
  const corretti = prefissi(pezzi, 17)
    .filter((unito) => /^[\dOIL]{17}$/i.test(unito) && (unito.match(/\d/g)?.length ?? 0) >= 10)
    .map(toCifre)
    .filter((unito) => hasCheckDigitValido(`3${unito}`));
  return corretti.length === 1 ? corretti[0] : undefined;
}

/** The amount stuck to the code: only check digits can tell where one ends, and only when they tell one place. */
function incollatoIn(pezzi: readonly string[]): string | undefined {
  const intero = pezzi.join("");
  if (!/^RF/i.test(intero)) {
    const primo = intero.slice(0, 17);
    return /^\d{18,26}$/.test(intero) && hasCheckDigitValido(`3${primo}`) ? primo : undefined;
  }
  const certo = intero.length - (pezzi.at(-1)?.length ?? 0);
  const possibili = Array.from({ length: intero.length - certo }, (_, i) => intero.slice(0, certo + i)).filter(isRiferimentoRf);
  return possibili.length === 1 ? possibili[0] : undefined;
}

/** 18 digits of a notice; across blanks only where the check digits agree. The caller makes the IUV of it. */
export function readNumeroAvviso(testo: string): CodiceLetto | undefined {
  const resto = testo.slice(0, FINESTRA);
  const tratto = /^[0-9 ]*/.exec(resto)?.[0] ?? "";
  const { pezzi, fini } = dividi(tratto);
  const quanti = prefissi(pezzi, 18).findIndex(isNumeroAvviso);
  const numero = pezzi.slice(0, quanti + 1).join("");
  const importo = quanti === pezzi.length - 1 && /^[.,]\d/.test(resto.slice(tratto.length));
  if (quanti === -1 || (quanti > 0 && (importo || !hasCheckDigitValido(numero)))) return undefined;
  return { letture: [numero], fine: fini[quanti] ?? 0, troncato: false };
}

/** IUR: 32 hexadecimal digits in the new family, which may be broken in two; any text of up to 35 in the old one. */
export function readIur(testo: string): CodiceLetto | undefined {
  const tratto = /^[\w. -]*/.exec(testo.slice(0, FINESTRA))?.[0] ?? "";
  const { pezzi, fini } = dividi(tratto);
  const uniti = prefissi(pezzi, LUNGHEZZA_ID_FLUSSO);
  const esadecimale = uniti.findIndex((unito) => /^[0-9A-F]{32}$/i.test(unito));
  const [primo = ""] = uniti;
  if (esadecimale !== -1) return { letture: [uniti[esadecimale] ?? ""], fine: fini[esadecimale] ?? 0, troncato: false };
  const pulito = primo.replace(/[.-]+$/, "");
  const cifre = pulito.match(/\d/g)?.length ?? 0;
  return pulito.length >= 8 && cifre >= 4 ? { letture: [pulito], fine: fini[0] ?? 0, troncato: false } : undefined;
}
