/**
 * Notice numbers (NAV, 18 digits) and the IUV inside them, for every auxDigit: new notices use 3 only, but whatever was printed years ago must
 * stay payable. Always text, never numbers: leading zeros matter and 18 digits exceed a double.
 */
import { type Esito, ko, ok } from "../esito.ts";

export type AuxDigit = 0 | 1 | 2 | 3;

export type DatiNumeroAvviso = {
  readonly auxDigit: AuxDigit;
  /** Last two digits of the station id; required with auxDigit 0. */
  readonly applicationCode?: string | undefined;
  /** Two digits assigned to the creditor by pagoPA; required with auxDigit 3. */
  readonly segregationCode?: string | undefined;
  /** As long as lunghezzaRiferimento says, as buildRiferimento gives it. */
  readonly riferimento: string;
};

/** True for 18 digits starting with 0..3, the only auxDigits that exist. Says nothing of the check digits. */
export const isNumeroAvviso = (testo: string): boolean => /^[0-3]\d{17}$/.test(testo);

/** pagoPA asks any station for it, to leave the stand-in and to see who is alive: nobody has it, and the right answer is "unknown". */
export const NUMERO_AVVISO_SONDA = "0".repeat(18);

/** The IUV inside a notice number: without auxDigit and application code when it starts with 0, without auxDigit otherwise. */
export const numeroAvvisoToIuv = (numeroAvviso: string): string => numeroAvviso.slice(numeroAvviso.startsWith("0") ? 3 : 1);

/** Digits of the reference (prefix and counter) inside the notice number, check digits and codes excluded. */
export const lunghezzaRiferimento = (auxDigit: AuxDigit): 13 | 15 => (auxDigit === 1 || auxDigit === 2 ? 15 : 13);

// At most 16 digits below 4 * 10^15, hence exact in a double.
const checkDigit = (cifre: string): string => String(Number(cifre) % 93).padStart(2, "0");

/**
 * Puts a notice number together with its check digits. auxDigit 1 has no official check, the same as for 2 is written.
 * @throws RangeError when codes or reference do not have the digits the layout asks for: the caller had to know.
 */
export function buildNumeroAvviso(dati: DatiNumeroAvviso): { readonly numeroAvviso: string; readonly iuv: string } {
  const { auxDigit, riferimento } = dati;
  requireCifre("riferimento", riferimento, lunghezzaRiferimento(auxDigit));
  if (auxDigit === 0) {
    const applicationCode = requireCifre("applicationCode", dati.applicationCode, 2);
    const iuv = riferimento + checkDigit(`0${applicationCode}${riferimento}`);
    return { numeroAvviso: `0${applicationCode}${iuv}`, iuv };
  }
  const base = auxDigit === 3 ? requireCifre("segregationCode", dati.segregationCode, 2) + riferimento : riferimento;
  const iuv = base + checkDigit(`${auxDigit}${base}`);
  return { numeroAvviso: `${auxDigit}${iuv}`, iuv };
}

function requireCifre(nome: string, valore: string | undefined, lunghezza: number): string {
  if (valore === undefined || valore.length !== lunghezza || !/^\d+$/.test(valore)) {
    throw new RangeError(`Il campo ${nome} deve avere ${lunghezza} cifre`);
  }
  return valore;
}

/**
 * True when the last two digits agree with the rest. To warn, never to refuse: numbers in circulation violate it, and the Node does not
 * check. With auxDigit 1, whose IUV is free, a false answer means nothing.
 */
export const hasCheckDigitValido = (numeroAvviso: string): boolean =>
  isNumeroAvviso(numeroAvviso) && checkDigit(numeroAvviso.slice(0, 16)) === numeroAvviso.slice(16);

/** True when an IUV has the shape this creditor issues: only then its settlement rows must have a debt here. */
export function isIuvInterno(iuv: string, ente: { readonly auxDigit: AuxDigit; readonly segregationCode?: string | undefined }): boolean {
  if (ente.auxDigit === 0) return /^\d{15}$/.test(iuv);
  if (ente.auxDigit !== 3) return /^\d{17}$/.test(iuv);
  const codice = ente.segregationCode ?? "";
  if (codice === "") return false;
  return /^\d{17}$/.test(iuv) ? iuv.startsWith(codice) : /^RF\d{2}/.test(iuv) && iuv.startsWith(codice, 4);
}

/**
 * Resolves the creditor's prefix template: %(a) application code, %(p) or %(t) debt type code, %(y) and %(Y) year, digits as they are.
 * @param valori a and p as configured (codificaIuv); anno with four digits, in Europe/Rome.
 * @returns digits only, or why not (VER_028). %(u) is a legal template that nothing gives a value to, so it never resolves.
 */
export function resolvePrefisso(
  template: string,
  valori: { readonly a?: string | undefined; readonly p?: string | undefined; readonly anno: number },
): Esito<string> {
  const anno = String(valori.anno).padStart(4, "0");
  const sostituzioni = new Map([
    ["a", valori.a],
    ["p", valori.p],
    ["t", valori.p],
    ["y", anno.slice(-2)],
    ["Y", anno],
  ]);
  const mancanti: string[] = [];
  const prefisso = template.replace(/%\(([aptyYu])\)/g, (variabile: string, nome: string) => {
    const valore = sostituzioni.get(nome) ?? "";
    if (valore === "") mancanti.push(variabile);
    return valore;
  });
  if (mancanti.length > 0) return ko(`Il campo iuvPrefix (${template}) usa ${mancanti.join(", ")}, che qui non ha un valore`);
  if (!/^\d*$/.test(prefisso)) return ko(`Il campo iuvPrefix (${template}) deve risolversi in sole cifre, invece è ${prefisso}`);
  return ok(prefisso);
}

/** Prefix and counter, padded with zeros to the length of the reference; refuses a counter that no longer fits rather than reuse a number. */
export function buildRiferimento(prefisso: string, progressivo: bigint, auxDigit: AuxDigit): Esito<string> {
  const spazio = lunghezzaRiferimento(auxDigit) - prefisso.length;
  const cifre = progressivo.toString();
  if (!/^\d*$/.test(prefisso) || progressivo < 0n || cifre.length > spazio) {
    return ko(
      `Il progressivo ${cifre} non entra nel riferimento: con prefisso ${prefisso === "" ? "vuoto" : prefisso} restano ${Math.max(spazio, 0)} cifre`,
    );
  }
  return ok(prefisso + cifre.padStart(spazio, "0"));
}
