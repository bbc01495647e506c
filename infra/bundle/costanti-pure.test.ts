import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import { buildPacchetto } from "./bundle.ts";
import { markCostantiPure } from "./costanti-pure.ts";

const RADICE = fileURLToPath(new URL("../..", import.meta.url));
const sorgenti = globSync("shared/{contracts,domain,adapters/archivio}/**/*.ts", { cwd: RADICE }).filter(
  (file) => !file.includes(".test."),
);

/** esbuild's minifier puts a call of an arrow without arguments back to what it returns: marked and original must then be the same text. */
const print = async (codice: string): Promise<string> =>
  (await transform(codice, { target: "node24", minifySyntax: true })).code.replaceAll("/* @__PURE__ */ ", "");

const bundle = async (file: Readonly<Record<string, string>>): Promise<{ testo: string; esporta: Record<string, unknown> }> => {
  const radice = mkdtempSync(join(tmpdir(), "fiorino-pure-"));
  try {
    for (const [nome, contenuto] of Object.entries(file)) {
      mkdirSync(dirname(join(radice, nome)), { recursive: true });
      writeFileSync(join(radice, nome), contenuto);
    }
    const { cartella } = await buildPacchetto([{ modulo: "una", entry: "functions/una.ts" }], radice, join(radice, "uscita"));
    const testo = readdirSync(cartella).map((nome) => readFileSync(join(cartella, nome), "utf8"));
    return { testo: testo.join("\n"), esporta: await import(join(cartella, "una.mjs")) };
  } finally {
    rmSync(radice, { recursive: true, force: true });
  }
};

describe("le costanti dei contratti nel pacchetto", () => {
  it.each(sorgenti)("%s: segnate, dicono le stesse cose", async (file) => {
    const codice = (await transform(readFileSync(join(RADICE, file), "utf8"), { loader: "ts", target: "node24" })).code;
    expect(await print(markCostantiPure(codice))).toBe(await print(codice));
  });

  it("restano solo quelle che la funzione raggiunge, anche se nascono da catene, parti comuni e altre costanti", async () => {
    const { testo, esporta } = await bundle({
      "shared/contracts/comuni.ts": 'export const comuni = { a: ["usata"].map((x) => x), b: ["mai"].map((x) => x) };',
      "shared/contracts/prova.ts": [
        'import { comuni } from "./comuni.ts";',
        "const parte = { ...comuni };",
        'export const usata = [...parte.a, "presente"].concat(["in", "catena"]);',
        'export const altra = { ...parte, nome: "assente".concat("dal pacchetto") };',
      ].join("\n"),
      "functions/una.ts": 'import { usata } from "../shared/contracts/prova.ts";\nexport const handler = usata;',
    });
    expect(esporta.handler).toEqual(["usata", "presente", "in", "catena"]);
    expect(testo).not.toContain("assente");
  });

  it("fuori dai contratti un effetto all'importazione resta", async () => {
    const { esporta } = await bundle({
      "shared/runtime/effetto.ts": 'export const fatto: string[] = [];\nexport const segno = fatto.push("effetto");',
      "functions/una.ts": 'import { fatto } from "../shared/runtime/effetto.ts";\nexport const handler = fatto;',
    });
    expect(esporta.handler).toEqual(["effetto"]);
  });
});
