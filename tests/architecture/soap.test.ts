/** The SOAP client weighs more than the rest of a function together: only those that call the legacy Node may reach it, at the first call. */
import { globSync } from "node:fs";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { findFileRaggiunti } from "../../infra/bundle/bundle.ts";
import { RADICE } from "./sorgenti.ts";

const CHIAMANO_IL_NODO = [
  "functions/cittadino/payPagina.ts",
  "functions/consumers/flussi.ts",
  "functions/consumers/rpt.ts",
  "functions/pagamento-v1/addPagamento.ts",
  "functions/pagamento/addPagamento.ts",
  "functions/portale/addPagamento.ts",
  "functions/scheduled/acquisisciFlussi.ts",
  "functions/scheduled/recuperaRpt.ts",
];

describe("the package soap", () => {
  it("is in the bundles of the functions that call the legacy Node, and loaded on demand", async () => {
    const { metafile } = await build({
      absWorkingDir: RADICE,
      entryPoints: globSync("functions/**/*.ts", { cwd: RADICE }),
      outdir: "x",
      bundle: true,
      splitting: true,
      packages: "external",
      format: "esm",
      platform: "node",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const conSoap = (file: readonly string[]): boolean =>
      file.some((uno) => metafile.outputs[uno]?.imports.some(({ path }) => path === "soap"));
    const voci = Object.entries(metafile.outputs).flatMap(([uscita, { entryPoint }]) =>
      entryPoint === undefined ? [] : [{ uscita, entryPoint }],
    );
    const raggiungono = voci.filter(({ uscita }) => conSoap(findFileRaggiunti(metafile, uscita)));
    expect(
      raggiungono
        .map(({ entryPoint }) => entryPoint)
        .filter((entry) => entry.startsWith("functions/"))
        .sort(),
    ).toEqual(CHIAMANO_IL_NODO);
    const statici = (file: string, visti = new Set<string>()): readonly string[] => {
      if (visti.has(file)) return [];
      visti.add(file);
      const importati =
        metafile.outputs[file]?.imports.filter(({ external, kind }) => external !== true && kind === "import-statement") ?? [];
      return [file, ...importati.flatMap(({ path }) => statici(path, visti))];
    };
    expect(raggiungono.filter(({ uscita, entryPoint }) => entryPoint.startsWith("functions/") && conSoap(statici(uscita)))).toEqual([]);
  });
});
