/** The rewriting of GovPay's paths, compiled from the same source that the local runner calls: CloudFront runs a single script without imports. */
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const SORGENTE = fileURLToPath(new URL("../../shared/contracts/rewrites.ts", import.meta.url));

/** CloudFront's runtime 2.0 reads ES5 with parts of later editions: no optional chaining, no nullish coalescing. */
export function buildRiscrittura(): string {
  const { outputFiles } = buildSync({
    entryPoints: [SORGENTE],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "riscrittura",
    target: "es2016",
    minify: true,
    footer: { js: "function handler(evento){evento.request.uri=riscrittura.rewritePath(evento.request.uri);return evento.request}" },
  });
  const [file] = outputFiles;
  if (!file) throw new Error("La funzione di riscrittura dei percorsi non si compila");
  return file.text;
}
