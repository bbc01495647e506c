/** Where the columns of a profile are in the rows of one file. */
import { type Esito, ko, ok } from "../../esito.ts";
import { type Colonna, columnsOf, normalizeNome, type RegoleLettura } from "./profilo.ts";
import { type Cella, textOf } from "./tabella.ts";

/** Column → index of its cells, from 0. */
export interface Posti {
  readonly postoDi: (colonna: Colonna) => number;
  /** Cells of a whole row; undefined when nothing says how many they are. */
  readonly larghezza?: number;
  /** A row shorter than this misses something that a movement must have. */
  readonly minimo: number;
}

/** Names that mean the same column, in the order of preference: "Avere|Accrediti". */
const alternative = (nome: string): readonly string[] => nome.split("|").map(normalizeNome);

const minimoOf = (regole: Pick<RegoleLettura, "colonne" | "importo">, postoDi: Posti["postoDi"]): number => {
  const { colonne, importo } = regole;
  // A row of one side only may end before the other.
  const importi = importo.tipo === "DARE_AVERE" ? [Math.min(postoDi(importo.dare), postoDi(importo.avere))] : [postoDi(importo.colonna)];
  const [testo] = colonne.testo;
  return Math.max(postoDi(colonne.data), ...importi, testo === undefined ? 0 : postoDi(testo)) + 1;
};

/** The places of the columns in a row of names. Errors: the names that are not there. */
export function resolvePosti(
  regole: Pick<RegoleLettura, "colonne" | "importo">,
  testata: readonly Cella[] | undefined,
): Esito<Posti, readonly string[]> {
  const nomi = (testata ?? []).map((cella) => normalizeNome(textOf(cella)));
  const posti = new Map<Colonna, number>();
  const mancanti: string[] = [];
  for (const [, colonna] of columnsOf(regole)) {
    const posto =
      typeof colonna === "number"
        ? colonna - 1
        : (alternative(colonna)
            .map((nome) => nomi.indexOf(nome))
            .find((indice) => indice >= 0) ?? -1);
    if (posto < 0) mancanti.push(String(colonna));
    else posti.set(colonna, posto);
  }
  if (mancanti.length > 0) return ko([...new Set(mancanti)]);
  const postoDi = (colonna: Colonna): number => posti.get(colonna) ?? -1;
  const larghezza = testata === undefined ? undefined : testata.length - countVuoteInFondo(testata);
  return ok({ postoDi, minimo: minimoOf(regole, postoDi), ...(larghezza === undefined ? {} : { larghezza }) });
}

const countVuoteInFondo = (celle: readonly Cella[]): number => celle.length - 1 - celle.findLastIndex((cella) => textOf(cella) !== "");

/** Cells of a row but for the empty ones at its end. */
export const lengthOf = (celle: readonly Cella[]): number => celle.length - countVuoteInFondo(celle);
