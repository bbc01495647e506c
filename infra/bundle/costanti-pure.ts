/**
 * Tells esbuild that the module-level constants of contracts, domain and stored shapes are pure (house rule: importing them does nothing),
 * so a function carries and builds only the schemas it reaches. zod's method chains and spreads would otherwise count as side effects and
 * every function would build the schemas of its whole API at each cold start.
 */
import { readFile, stat } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { transform } from "esbuild";

/** esbuild prints statements at column 0, one after the other, and indents what is inside them. */
const COSTANTE = /^(export )?const ([\w$]+) = ([\s\S]*?);\n(?=[^\s)\]}]|$)/gm;
const GIA_PURA = /^(?:\/\* @__PURE__ \*\/|["'`\d]|(?:async )?\([^)]*\) =>|\w+ =>|class\b|function\b)/;

/** JavaScript as esbuild prints it → the same with every constant in a call that may be dropped when nobody uses the constant. */
export const markCostantiPure = (sorgente: string): string =>
  sorgente.replace(COSTANTE, (intera, _esportata: string | undefined, nome: string, valore: string) =>
    GIA_PURA.test(valore)
      ? intera
      : intera.replace(`const ${nome} = ${valore}`, () => `const ${nome} = /* @__PURE__ */ (() => (${valore}))()`),
  );

/** The same file goes in most bundles of a run: it is read and marked once, until it changes. */
const marcati = new Map<string, { readonly versione: string; readonly contenuto: Promise<string> }>();

const mark = async (path: string): Promise<string> => {
  const { code } = await transform(await readFile(path, "utf8"), { loader: "ts", target: "node24", sourcefile: path });
  return markCostantiPure(code);
};

const readMarcato = async (path: string): Promise<string> => {
  const { mtimeMs, size } = await stat(path);
  const versione = `${mtimeMs} ${size}`;
  const noto = marcati.get(path);
  if (noto?.versione === versione) return noto.contenuto;
  const contenuto = mark(path);
  marcati.set(path, { versione, contenuto });
  return contenuto;
};

export const costantiPure: Plugin = {
  name: "costanti-pure",
  setup(costruzione) {
    const filter = /[\\/]shared[\\/](contracts|domain|adapters[\\/]archivio)[\\/].*\.ts$/;
    costruzione.onLoad({ filter }, async ({ path }) => ({ contents: await readMarcato(path), loader: "js" }));
  },
};
