/** The voice of the demonstration: each step, what went over the wire, the state after it; the first difference ends everything. */
export class Differenza extends Error {
  override readonly name = "Differenza";
}

const COLORI = process.stdout.isTTY && !process.env.NO_COLOR;
const tinta = (codice: number, testo: string): string => (COLORI ? `\u001b[${codice}m${testo}\u001b[0m` : testo);
let stampa = (testo: string): void => {
  process.stdout.write(`${testo}\n`);
};

/** Gives the lines to somebody else: a test shows them only when something differs. */
export const narrateTo = (ascoltatore: (testo: string) => void): void => {
  stampa = ascoltatore;
};

let numero = 0;

export const titolo = (testo: string): void => {
  numero = 0;
  stampa(`\n${tinta(1, testo)}\n${"─".repeat(testo.length)}`);
};

export const passo = (testo: string): void => {
  numero += 1;
  stampa(`\n${tinta(36, `${numero}.`)} ${testo}`);
};

export const filo = (testo: string): void => stampa(`   ${tinta(2, testo)}`);

export const stato = (testo: string): void => stampa(`   ${tinta(32, "✓")} ${testo}`);

/** States what must hold and stops the demonstration when it does not. */
export const check = (cosa: string, trovato: unknown, atteso: unknown): void => {
  const [uno, altro] = [JSON.stringify(trovato), JSON.stringify(atteso)];
  if (uno !== altro) throw new Differenza(`${cosa}: trovato ${uno}, atteso ${altro}`);
  stato(`${cosa}: ${typeof atteso === "string" ? atteso : altro}`);
};

export const euro = (centesimi: bigint): string =>
  `${(centesimi / 100n).toLocaleString("it-IT")},${String(centesimi % 100n).padStart(2, "0")} euro`;

/** Cents of a JSON amount, through its text. */
export const centesimiDi = (importo: number): bigint => {
  const [intero = "0", decimali = ""] = String(importo).split(".");
  return BigInt(intero) * 100n + BigInt(decimali.padEnd(2, "0"));
};
