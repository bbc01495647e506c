/**
 * `npm run sito -- [folder]`: the whole static site of an installation, its home page and the pages of the API with what they
 * need, to be copied as it is into the bucket of the site (docs/deploy.md, step 7).
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { API_REST } from "../../shared/contracts/operation.ts";
import { type Pagina, renderPagine } from "../openapi/pagine.ts";
import { escapeHtml, RADICE_PAGINE } from "../openapi/testo.ts";
import type { Documento } from "./client/documento.ts";

const RADICE = fileURLToPath(new URL("../..", import.meta.url));
const STATICI = "local/sandbox/pagine/statici";
const BOOTSTRAP = "node_modules/bootstrap-italia/dist";
const FONT = /url\("(fonts\/[^"]+)"\)/g;

const renderSito = ({ titolo, contenuto }: Pagina): string => `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(titolo)} · Fiorino</title>
<link rel="icon" href="${RADICE_PAGINE}/statici/icona.svg" type="image/svg+xml">
<link rel="stylesheet" href="${RADICE_PAGINE}/statici/bootstrap-italia.min.css">
<link rel="stylesheet" href="${RADICE_PAGINE}/statici/sandbox.css">
<link rel="stylesheet" href="${RADICE_PAGINE}/statici/openapi.css">
<script type="module" src="${RADICE_PAGINE}/statici/openapi.js"></script>
</head>
<body>
<div class="skiplinks"><a class="visually-hidden-focusable" href="#contenuto">Vai al contenuto</a></div>
<header class="fio-testata"><div class="container d-flex flex-wrap gap-3 py-3">
<a class="fio-marchio" href="/index.html">Fiorino</a><span class="fio-sezione">API</span>
</div></header>
<main id="contenuto" class="container py-4" tabindex="-1">
${contenuto}
</main>
</body>
</html>
`;

const readDocumenti = (): ReadonlyMap<string, Documento> =>
  new Map(
    [...API_REST, "pagopa"].map((api): [string, Documento] => [
      api,
      JSON.parse(readFileSync(join(RADICE, `docs/openapi/${api}.json`), "utf8")),
    ]),
  );

/** Writes the site under `cartella`. @returns how many pages of the API. */
export function writeSito(cartella: string): number {
  const sotto = (percorso: string): string => join(cartella, RADICE_PAGINE, percorso);
  const copia = (da: string, a: string): void => cpSync(join(RADICE, da), sotto(a), { recursive: true });
  cpSync(join(RADICE, "infra/web"), cartella, { recursive: true });
  copia("docs/openapi", ".");
  copia("clients/typescript/src", "client");
  copia(`${BOOTSTRAP}/css/bootstrap-italia.min.css`, "statici/bootstrap-italia.min.css");
  for (const file of readdirSync(join(RADICE, STATICI)).filter((nome) => /^(openapi|sandbox|icona)\./.test(nome)))
    copia(`${STATICI}/${file}`, `statici/${file}`);
  for (const [, font = ""] of readFileSync(join(RADICE, STATICI, "sandbox.css"), "utf8").matchAll(FONT))
    copia(`${BOOTSTRAP}/${font}`, `statici/${font}`);
  let pagine = 0;
  for (const [percorso, pagina] of renderPagine(readDocumenti())) {
    mkdirSync(dirname(sotto(percorso)), { recursive: true });
    writeFileSync(sotto(percorso), renderSito(pagina));
    pagine += 1;
  }
  return pagine;
}

if (import.meta.main) {
  const cartella = resolve(process.argv[2] ?? "cdk.out/sito");
  console.log(`${writeSito(cartella)} pagine delle API in ${cartella}`);
}
