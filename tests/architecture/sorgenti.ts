/** The source files as the architecture tests see them: every TypeScript file of the product, with its text. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export const RADICE = resolve(import.meta.dirname, "../..");

export interface Sorgente {
  /** Relative to the repository. */
  readonly percorso: string;
  readonly testo: string;
}

const ESCLUSE = new Set(["node_modules", "cdk.out", ".local", ".git", "dist"]);

/** Files under a folder of the repository, relative to the repository; none when it does not exist. */
export function listFile(cartella: string, regola: RegExp): string[] {
  const assoluta = join(RADICE, cartella);
  return readdirSync(assoluta, { withFileTypes: true }).flatMap((voce) => {
    if (voce.isDirectory()) return ESCLUSE.has(voce.name) ? [] : listFile(join(cartella, voce.name), regola);
    return regola.test(voce.name) ? [relative(RADICE, join(assoluta, voce.name))] : [];
  });
}

export const readSorgenti = (cartelle: readonly string[], regola = /\.(ts|mjs|cjs)$/): Sorgente[] =>
  cartelle
    .flatMap((cartella) => listFile(cartella, regola))
    .map((percorso) => ({ percorso, testo: readFileSync(join(RADICE, percorso), "utf8") }));

export const isProva = (percorso: string): boolean =>
  /\.(test|suite)\.ts$|\/prove\/|\/fixtures?\//.test(percorso) || percorso.startsWith("tests/");
