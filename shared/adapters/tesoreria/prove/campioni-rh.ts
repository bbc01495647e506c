import { importoCbi, record, segnoCbi } from "../../../../local/sandbox/tesoriere/rh.ts";
import { leggiRh } from "../rh/lettore-rh.ts";
import { read } from "./letture.ts";

export const IBAN = "IT60X0542811101000000123456";
export const CAUSALE = "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-02ABI99001-000000012";

export const RH = record({ 2: "RH", 4: "99001", 9: "SIA01", 14: "030326", 20: "SUPPORTO-1" });
export const apertura = (saldo: bigint, altro: Record<number, string> = {}): string =>
  record({
    2: "61",
    4: "0000001",
    29: "93001",
    52: IBAN.slice(4),
    75: "EUR",
    78: "030326",
    84: segnoCbi(saldo),
    85: importoCbi(saldo),
    100: "IT60",
    ...altro,
  });
export const m62 = (n: number, importo: bigint, altro: Record<number, string> = {}): string =>
  record({
    2: "62",
    4: "0000001",
    11: String(n).padStart(3, "0"),
    14: "040326",
    20: "030326",
    26: segnoCbi(importo),
    27: importoCbi(importo),
    42: "48",
    ...altro,
  });
export const m63 = (n: number, altro: Record<number, string>): string =>
  record({ 2: "63", 4: "0000001", 11: String(n).padStart(3, "0"), ...altro });
export const chiusura = (saldo: bigint): string =>
  record({ 2: "64", 4: "0000001", 11: "EUR", 14: "030326", 20: segnoCbi(saldo), 21: importoCbi(saldo) });
export const coda = (quanti: number, rendicontazioni = 1): string =>
  record({
    2: "EF",
    4: "99001",
    9: "SIA01",
    14: "030326",
    20: "SUPPORTO-1",
    46: String(rendicontazioni).padStart(7, "0"),
    83: String(quanti).padStart(7, "0"),
  });

/** A support with one statement. */
export const file = (
  movimenti: readonly string[],
  saldi: readonly [bigint, bigint] = [0n, 0n],
  altro: Record<number, string> = {},
): string => {
  const dentro = [RH, apertura(saldi[0], altro), ...movimenti, chiusura(saldi[1])];
  return `${[...dentro, coda(dentro.length + 1)].join("\r\n")}\r\n`;
};
export const leggi = (...parametri: Parameters<typeof file>) => read(leggiRh, file(...parametri));
