/** The functions of the template language: total, pure, and each linear in the length of its arguments, which are bounded. */
import { leggiCentesimi, leggiGiorno, numeroDi } from "../formati/valori.ts";

export type Valore = string | number | boolean | undefined;

/** Raised inside the evaluation of a template and caught at its edge: the row is refused with this sentence. */
export class ErroreModello extends Error {}

/** No value grows beyond this, however many concatenations ask for it. */
export const TESTO_MASSIMO = 4_096;

export const testoDi = (valore: Valore): string => (valore === undefined ? "" : String(valore));

export const limitato = (testo: string): string => {
  if (testo.length > TESTO_MASSIMO) throw new ErroreModello(`testo di oltre ${TESTO_MASSIMO} caratteri`);
  return testo;
};

export const vero = (valore: Valore): boolean => valore !== undefined && valore !== "" && valore !== false && valore !== 0;

const vuotoAssente = (testo: string): Valore => (testo === "" ? undefined : testo);

const interoDi = (valore: Valore, nome: string): number => {
  const numero = Number(testoDi(valore).trim());
  if (!Number.isSafeInteger(numero) || testoDi(valore).trim() === "") throw new ErroreModello(`${nome}: atteso un numero intero`);
  return numero;
};

const posizioneDi = (valore: Valore, nome: string): number => {
  const numero = interoDi(valore, nome);
  if (numero < 0 || numero > TESTO_MASSIMO) throw new ErroreModello(`${nome}: atteso un numero da 0 a ${TESTO_MASSIMO}`);
  return numero;
};

export interface Funzione {
  readonly argomenti: readonly [minimo: number, massimo: number];
  readonly calcola: (argomenti: readonly Valore[]) => Valore;
}

const definisci = (minimo: number, massimo: number, calcola: Funzione["calcola"]): Funzione => ({ argomenti: [minimo, massimo], calcola });

export const FUNZIONI: Readonly<Record<string, Funzione>> = {
  pulisci: definisci(1, 1, ([t]) => vuotoAssente(testoDi(t).trim().replace(/\s+/g, " "))),
  maiuscolo: definisci(1, 1, ([t]) => testoDi(t).toUpperCase()),
  minuscolo: definisci(1, 1, ([t]) => testoDi(t).toLowerCase()),
  lunghezza: definisci(1, 1, ([t]) => testoDi(t).length),
  /** parte(testo, da, quanti): characters from 0. */
  parte: definisci(2, 3, ([t, da, quanti]) => {
    const inizio = posizioneDi(da, "parte");
    return testoDi(t).slice(inizio, quanti === undefined ? undefined : inizio + posizioneDi(quanti, "parte"));
  }),
  tronca: definisci(2, 2, ([t, quanti]) => testoDi(t).slice(0, posizioneDi(quanti, "tronca"))),
  riempi: definisci(3, 3, ([t, quanti, con]) => testoDi(t).padStart(posizioneDi(quanti, "riempi"), testoDi(con).slice(0, 1) || " ")),
  sostituisci: definisci(3, 3, ([t, cerca, con]) =>
    testoDi(cerca) === "" ? testoDi(t) : limitato(testoDi(t).replaceAll(testoDi(cerca), testoDi(con))),
  ),
  contiene: definisci(2, 2, ([t, cerca]) => testoDi(t).includes(testoDi(cerca))),
  inizia: definisci(2, 2, ([t, cerca]) => testoDi(t).startsWith(testoDi(cerca))),
  finisce: definisci(2, 2, ([t, cerca]) => testoDi(t).endsWith(testoDi(cerca))),
  vuoto: definisci(1, 1, ([t]) => testoDi(t).trim() === ""),
  /** The first that is not empty. */
  primo: definisci(1, 8, (argomenti) => argomenti.find((t) => testoDi(t).trim() !== "")),
  numero: definisci(1, 1, ([t]) => (testoDi(t).trim() === "" ? undefined : interoDi(t, "numero"))),
  /** Euro with dot or comma into the amount of the write model. */
  importo: definisci(1, 1, ([t]) => {
    const centesimi = leggiCentesimi(testoDi(t).trim(), "importo");
    if (!centesimi.ok) throw new ErroreModello(centesimi.errore);
    return numeroDi(centesimi.valore);
  }),
  /** Cents into the amount of the write model. */
  centesimi: definisci(1, 1, ([t]) => {
    const testo = testoDi(t).trim();
    if (!/^\d{1,11}$/.test(testo)) throw new ErroreModello("centesimi: attese solo cifre");
    return numeroDi(BigInt(testo));
  }),
  /** AAAA-MM-GG, GG/MM/AAAA or AAAAMMGG into a day. */
  data: definisci(1, 1, ([t]) => {
    const testo = testoDi(t).trim();
    if (testo === "") return undefined;
    const [, anno, mese, giorno] = /^(\d{4})(\d{2})(\d{2})$/.exec(testo) ?? [];
    return anno === undefined ? leggiGiorno(testo) : `${anno}-${mese}-${giorno}`;
  }),
};
