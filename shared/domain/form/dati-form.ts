/** Free data of a form as templates read them: a name, or names joined by dots, where a number is a place in a list. Only what the data themselves hold. */
import type { Valore } from "../tracciati/espressioni/funzioni.ts";

export type DatiForm = Readonly<Record<string, unknown>>;

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
