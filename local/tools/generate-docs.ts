/** `npm run docs`: writes the documents that derive from the registry. A test compares them with what is in the repository. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDocumento, buildDocumentoPagopa } from "../../infra/openapi/documento.ts";
import { renderOperazioni } from "../../infra/operations.ts";
import type { Registro } from "../../infra/registro.ts";
import * as registro from "../../shared/contracts/index.ts";
import { API_REST } from "../../shared/contracts/operation.ts";
import type { Documento } from "./client/documento.ts";
import { renderClients } from "./client/render-client.ts";
import { buildAmbiente, buildRaccolta } from "./client/render-postman.ts";
import { renderCausali } from "./render-causali.ts";
import { renderRiscontri } from "./render-riscontri.ts";

const RADICE = fileURLToPath(new URL("../..", import.meta.url));
const RIGA = 120;
const isContenitore = (valore: unknown): valore is object => typeof valore === "object" && valore !== null;

/** What fits in a line stays in it: at one field per line a document of a hundred operations is mostly indentation. */
function stendi(valore: unknown, margine: string, prima: number): string {
  const breve = JSON.stringify(valore);
  if (!isContenitore(valore) || margine.length + prima + breve.length <= RIGA) return breve;
  const interno = `${margine} `;
  const [apre, chiude] = Array.isArray(valore) ? "[]" : "{}";
  const righe = Array.isArray(valore)
    ? valore.map((uno: unknown) => stendi(uno, interno, 0))
    : Object.entries(valore)
        .filter(([, suo]) => suo !== undefined)
        .map(([nome, suo]) => `${JSON.stringify(nome)}: ${stendi(suo, interno, nome.length + 4)}`);
  return `${apre}\n${righe.map((riga) => interno + riga).join(",\n")}\n${margine}${chiude}`;
}

const toJson = (documento: unknown): string => `${stendi(documento, "", 0)}\n`;

/** What derives from the public documents alone, as whoever integrates could make it. */
function generateDerivati(documenti: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const letti = [...documenti].map(([api, testo]): [string, Documento] => [api, JSON.parse(testo)]);
  return [
    ...letti.map(([api, documento]) => [`docs/openapi/postman/${api}.json`, toJson(buildRaccolta(api, documento))] as const),
    ["docs/openapi/postman/macchina-locale.json", toJson(buildAmbiente())] as const,
    ...[...renderClients(new Map(letti.filter(([api]) => api !== "pagopa")))].map(
      ([api, modulo]) => [`clients/typescript/src/${api}.ts`, modulo] as const,
    ),
  ];
}

/** Path relative to the repository → content, for every generated document. */
export function generateDocs(daRegistro: Registro = registro, radice: string = RADICE): ReadonlyMap<string, string> {
  const { operazioni } = daRegistro;
  const documenti = new Map<string, string>([
    ...API_REST.map((api) => [api, toJson(buildDocumento(api, operazioni[api], radice))] as const),
    ["pagopa", toJson(buildDocumentoPagopa(daRegistro, radice))] as const,
  ]);
  return new Map([
    ...[...documenti].map(([api, testo]) => [`docs/openapi/${api}.json`, testo] as const),
    ...generateDerivati(documenti),
    ["docs/operations.md", renderOperazioni(daRegistro)] as const,
    ["docs/causali.md", renderCausali()] as const,
    ["docs/riconciliazione.md", renderRiscontri()] as const,
  ]);
}

if (import.meta.main) {
  for (const [percorso, contenuto] of generateDocs()) {
    const file = join(RADICE, percorso);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contenuto);
    console.log(percorso);
  }
}
