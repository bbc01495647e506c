/** Free data of a form as templates read them: a name, or names joined by dots, where a number is a place in a list. Only what the data themselves hold. */
import type { Valore } from "../tracciati/espressioni/funzioni.ts";

export type DatiForm = Readonly<Record<string, unknown>>;

/** What the data of a form would make, before anything is written. */
export interface AnteprimaForm {
  /** Cents; absent when only the application to which the data go knows it. */
  readonly importo?: bigint;
  readonly visibili: readonly string[];
}

const LIVELLI_MASSIMI = 20;

const figlio = (nodo: unknown, nome: string): unknown =>
  typeof nodo === "object" && nodo !== null && Object.hasOwn(nodo, nome) ? Object.getOwnPropertyDescriptor(nodo, nome)?.value : undefined;

/** What is under a path, whatever it is; undefined when there is nothing. */
export const nodoDi = (dati: unknown, percorso: readonly string[]): unknown =>
  percorso.length > LIVELLI_MASSIMI ? undefined : percorso.reduce(figlio, dati);

/** A text without blanks around, a number, a truth value; an empty text, a null and what has parts of its own are nothing. */
export const datoDi =
  (dati: DatiForm) =>
  (nome: string): Valore => {
    const valore = Object.hasOwn(dati, nome) ? dati[nome] : nodoDi(dati, nome.split("."));
    if (typeof valore === "string") return valore.trim() === "" ? undefined : valore.trim();
    return typeof valore === "number" || typeof valore === "boolean" ? valore : undefined;
  };

const isCampi = (valore: unknown): valore is DatiForm => typeof valore === "object" && valore !== null && !Array.isArray(valore);

/** The data with another value under a path, or without any: a copy, made only of what is along the way. */
export const withDato = (dati: DatiForm, [nome, ...resto]: readonly string[], valore: unknown): DatiForm => {
  if (nome === undefined) return dati;
  const presente = Object.hasOwn(dati, nome);
  if (resto.length > 0) {
    const figlio = presente ? dati[nome] : undefined;
    if (!isCampi(figlio) && valore === undefined) return dati;
    return { ...dati, [nome]: withDato(isCampi(figlio) ? figlio : {}, resto, valore) };
  }
  if (valore !== undefined) return { ...dati, [nome]: valore };
  if (!presente) return dati;
  const { [nome]: _tolto, ...altri } = dati;
  return altri;
};
