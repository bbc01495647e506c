/** A module of the TypeScript client for each API, from its public document: types of the operations and the table of their routes. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { baseDi, type Documento, type OperazioneDocumento, rotteDi } from "./documento.ts";
import { comment, nameOf, renderTipo, type Schema } from "./tipi.ts";

const JSON_TIPO = "application/json";
const BIOME = fileURLToPath(new URL("../../../node_modules/@biomejs/biome/bin/biome", import.meta.url));
const RADICE = fileURLToPath(new URL("../../..", import.meta.url));

const pascal = (api: string): string => api.replace(/(?:^|-)(\w)/g, (_, lettera: string) => lettera.toUpperCase());
const camel = (api: string): string => api.replace(/-(\w)/g, (_, lettera: string) => lettera.toUpperCase());

const union = (tipi: readonly string[]): string => [...new Set(tipi)].join(" | ");

function renderParametri({ parameters = [] }: OperazioneDocumento, posto: "path" | "query"): string | undefined {
  const campi = parameters.filter(({ in: dove }) => dove === posto);
  if (campi.length === 0) return undefined;
  const schema: Schema = {
    type: "object",
    properties: Object.fromEntries(
      campi.map((campo) => [campo.name, { ...campo.schema, ...(campo.description && { description: campo.description }) }]),
    ),
    required: campi.filter(({ required }) => required === true).map(({ name }) => name),
    additionalProperties: false,
  };
  return `${posto === "path" ? "percorso" : "query"}${schema.required?.length === 0 ? "?" : ""}: ${renderTipo(schema)};`;
}

const grezziDi = ({ requestBody }: OperazioneDocumento): readonly string[] =>
  Object.keys(requestBody?.content ?? {}).filter((tipo) => tipo !== JSON_TIPO);

function renderCorpo(operazione: OperazioneDocumento): string | undefined {
  if (!operazione.requestBody) return undefined;
  const json = operazione.requestBody.content[JSON_TIPO];
  const grezzi = grezziDi(operazione);
  return `corpo: ${union([
    ...(json ? [renderTipo(json.schema ?? {})] : []),
    ...(grezzi.length > 0 ? [`CorpoGrezzo<${union(grezzi.map((tipo) => JSON.stringify(tipo)))}>`] : []),
  ])};`;
}

/** Content type → what arrives, of every answer that is not a refusal. */
function renderRisposte({ responses }: OperazioneDocumento): string {
  const perTipo = new Map<string, string[]>();
  for (const [stato, { content = {} }] of Object.entries(responses)) {
    if (!stato.startsWith("2")) continue;
    for (const [tipo, { schema = {} }] of Object.entries(content)) {
      perTipo.set(tipo, [...(perTipo.get(tipo) ?? []), tipo === JSON_TIPO ? renderTipo(schema) : "Blob"]);
    }
  }
  const voci = [...perTipo].map(([tipo, tipi]) => `readonly ${JSON.stringify(tipo)}: ${union(tipi)};`);
  return `risposte: ${voci.length === 0 ? "Readonly<Record<never, never>>" : `{\n${voci.join("\n")}\n}`};`;
}

const renderOperazione = (operazione: OperazioneDocumento): string => {
  const parti = [
    renderParametri(operazione, "path"),
    renderParametri(operazione, "query"),
    renderCorpo(operazione),
    renderRisposte(operazione),
  ];
  const campi = parti.flatMap((parte) => (parte === undefined ? [] : [`readonly ${parte}`]));
  return `${comment(operazione.summary)}readonly ${operazione.operationId}: {\n${campi.join("\n")}\n};`;
};

const renderSchema = ([nome, schema]: [string, Schema]): string =>
  `${comment(schema.description)}export type ${nameOf(nome)} = ${renderTipo(schema)};`;

/** The project's own formatter, so that what is generated is read and compared like the rest. */
function format(testo: string): string {
  const argomenti = [BIOME, "format", "--stdin-file-path=clients/typescript/src/generato.ts"];
  const { status, stdout, stderr } = spawnSync(process.execPath, argomenti, {
    cwd: RADICE,
    input: testo,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`il client generato non è TypeScript: ${stderr.slice(0, 2_000)}`);
  return stdout;
}

function renderApi(api: string, documento: Documento): string {
  const rotte = rotteDi(documento);
  const tipo = `Operazioni${pascal(api)}`;
  const usaGrezzo = rotte.some(({ operazione }) => grezziDi(operazione).length > 0);
  const tabella = rotte.map(
    ({ metodo, percorso, operazione }) =>
      `${operazione.operationId}: { metodo: ${JSON.stringify(metodo)}, percorso: ${JSON.stringify(percorso)}, tipi: ${JSON.stringify(
        Object.keys(
          Object.entries(operazione.responses).find(([stato, { content }]) => stato.startsWith("2") && content)?.[1].content ?? {},
        ),
      )} },`,
  );
  return [
    `/** ${documento.info.title}. Generato da docs/openapi/${api}.json con \`npm run docs\`: le modifiche a mano vanno perse. */`,
    `import type { Api${usaGrezzo ? ", CorpoGrezzo" : ""} } from "./client.ts";\n`,
    ...Object.entries(documento.components.schemas ?? {}).map((voce) => `${renderSchema(voce)}\n`),
    // An interface without members is any value.
    rotte.length === 0
      ? `export type ${tipo} = Readonly<Record<never, never>>;\n`
      : `export interface ${tipo} {\n${rotte.map(({ operazione }) => renderOperazione(operazione)).join("\n")}\n}\n`,
    `export const ${camel(api)}: Api<${tipo}> = {\nbase: ${JSON.stringify(baseDi(documento))},\noperazioni: {\n${tabella.join("\n")}\n},\n};`,
  ].join("\n");
}

const CONFINE = "// ---- un altro modulo ----";

/** API → source of `clients/typescript/src/<api>.ts`, formatted together because each start of the formatter costs half a second. */
export function renderClients(documenti: ReadonlyMap<string, Documento>): ReadonlyMap<string, string> {
  const moduli = format([...documenti].map((voce) => renderApi(...voce)).join(`\n\n${CONFINE}\n\n`)).split(CONFINE);
  return new Map([...documenti.keys()].map((api, i) => [api, `${(moduli[i] ?? "").trim()}\n`]));
}
