/** Arithmetic of the template language: exact decimals of six places, never doubles, so that a tariff times a quantity is the sum that everybody expects. */
import { ErroreModello, type Funzione, testoDi, type Valore } from "./funzioni.ts";

const POSTI = 6;
const UNO = 10n ** BigInt(POSTI);
/** No amount of a form comes near it: what goes beyond is a mistake, or an attempt. */
const MASSIMO = 10n ** 12n * UNO;
/** Values of a table of tariffs: a value, then pairs, then what holds for the others. */
const ARGOMENTI_SCEGLI = 64;
const GIORNO_MILLISECONDI = 86_400_000;

const NUMERO = /^(-?)(\d{1,12})(?:[.,](\d{1,6}))?$/;

const checked = (valore: bigint, nome: string): bigint => {
  if (valore > MASSIMO || valore < -MASSIMO) throw new ErroreModello(`${nome}: risultato troppo grande`);
  return valore;
};

/** Nothing counts as zero in a sum, and is an error elsewhere: a missing quantity is not a free service. */
const decimaleDi = (valore: Valore, nome: string, assente?: bigint): bigint => {
  const testo = testoDi(valore).trim();
  if (testo === "" && assente !== undefined) return assente;
  const [, segno, interi = "0", decimali = ""] = NUMERO.exec(testo) ?? [];
  if (segno === undefined) throw new ErroreModello(`${nome}: atteso un numero con al massimo ${POSTI} decimali`);
  const assoluto = BigInt(interi) * UNO + BigInt(decimali.padEnd(POSTI, "0"));
  return segno === "-" ? -assoluto : assoluto;
};

const numeroDi = (valore: bigint): number => {
  const assoluto = (valore < 0n ? -valore : valore).toString().padStart(POSTI + 1, "0");
  const numero = Number(`${assoluto.slice(0, -POSTI)}.${assoluto.slice(-POSTI)}`);
  return valore < 0n ? -numero : numero;
};

/** Half away from zero, as receipts do. */
const divide = (a: bigint, b: bigint): bigint => {
  const negativo = a < 0n !== b < 0n;
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const quoziente = (2n * x + y) / (2n * y);
  return negativo ? -quoziente : quoziente;
};

const giornoDi = (valore: Valore, nome: string): number => {
  const testo = testoDi(valore).trim();
  const istante = /^\d{4}-\d{2}-\d{2}$/.test(testo) ? Date.parse(`${testo}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(istante)) throw new ErroreModello(`${nome}: attesa una data AAAA-MM-GG`);
  return istante / GIORNO_MILLISECONDI;
};

const definisci = (minimo: number, massimo: number, calcola: Funzione["calcola"]): Funzione => ({ argomenti: [minimo, massimo], calcola });

const fold = (nome: string, unisci: (a: bigint, b: bigint) => bigint, assente?: bigint): Funzione =>
  definisci(2, 8, (argomenti) =>
    numeroDi(argomenti.map((argomento) => decimaleDi(argomento, nome, assente)).reduce((a, b) => checked(unisci(a, b), nome))),
  );

export const ARITMETICA: Readonly<Record<string, Funzione>> = {
  somma: fold("somma", (a, b) => a + b, 0n),
  sottrai: fold("sottrai", (a, b) => a - b, 0n),
  moltiplica: fold("moltiplica", (a, b) => divide(a * b, UNO)),
  dividi: fold("dividi", (a, b) => {
    if (b === 0n) throw new ErroreModello("dividi: divisione per zero");
    return divide(a * UNO, b);
  }),
  minimo: fold("minimo", (a, b) => (a < b ? a : b)),
  massimo: fold("massimo", (a, b) => (a > b ? a : b)),
  /** arrotonda(numero, decimali): 2 decimals unless said. */
  arrotonda: definisci(1, 2, ([valore, decimali]) => {
    const posti = decimali === undefined ? 2 : Number(testoDi(decimali));
    if (!Number.isInteger(posti) || posti < 0 || posti > POSTI) throw new ErroreModello(`arrotonda: decimali da 0 a ${POSTI}`);
    const passo = 10n ** BigInt(POSTI - posti);
    return numeroDi(divide(decimaleDi(valore, "arrotonda"), passo) * passo);
  }),
  /** scegli(valore, caso, esito, caso, esito, …, altrimenti): a table of tariffs. */
  scegli: definisci(3, ARGOMENTI_SCEGLI, ([valore, ...casi]) => {
    for (let i = 0; i + 1 < casi.length; i += 2) if (testoDi(casi[i]) === testoDi(valore)) return casi[i + 1];
    return casi.length % 2 === 1 ? casi.at(-1) : undefined;
  }),
  /** giorni(da, a): days between two dates, both counted. */
  giorni: definisci(2, 2, ([da, a]) => giornoDi(a, "giorni") - giornoDi(da, "giorni") + 1),
};
