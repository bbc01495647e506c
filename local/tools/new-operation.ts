/**
 * `npm run new:operation <api> <operationId> [risorsa]`: contract, entry, API test and sample of a new operation, in their places and in
 * the registry. What is born answers 503 and has a failing test: the rest is for who knows what the operation is for.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { API_BASE, entryOf, type Metodo, type NomeApi } from "../../shared/contracts/operation.ts";

type ApiRest = Exclude<NomeApi, "pagopa">;
const API_REST: readonly ApiRest[] = ["pendenze", "pagamento", "riconciliazione", "backoffice"];
/** Verbs of the operationIds: which method they mean, and whether they name one resource. */
const VERBI: Readonly<Record<string, { readonly metodo: Metodo; readonly unaRisorsa: boolean }>> = {
  find: { metodo: "GET", unaRisorsa: false },
  get: { metodo: "GET", unaRisorsa: true },
  add: { metodo: "POST", unaRisorsa: false },
  put: { metodo: "PUT", unaRisorsa: true },
  update: { metodo: "PATCH", unaRisorsa: true },
  delete: { metodo: "DELETE", unaRisorsa: true },
};

export interface NuovaOperazione {
  readonly api: string;
  readonly id: string;
  readonly risorsa?: string | undefined;
}

interface Scheletro extends NuovaOperazione {
  readonly api: ApiRest;
  readonly file: string;
  readonly metodo: Metodo;
  readonly percorso: string;
  readonly chiave: boolean;
}

const toKebab = (nome: string): string => nome.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
const isApiRest = (nome: string): nome is ApiRest => API_REST.some((api) => api === nome);

function read({ api, id, risorsa }: NuovaOperazione): Scheletro {
  if (!isApiRest(api)) throw new Error(`API sconosciuta: ${api}. Una fra ${API_REST.join(", ")}`);
  const [, verbo, nome] = /^(find|get|add|put|update|delete)([A-Z][A-Za-z0-9]*)$/.exec(id) ?? [];
  const senso = VERBI[verbo ?? ""];
  if (!nome || !senso)
    throw new Error(`operationId non valido: ${id}. Un verbo fra ${Object.keys(VERBI).join(", ")} e un nome, per esempio getPendenza`);
  if (risorsa !== undefined && !/^[a-z][a-z-]*$/.test(risorsa))
    throw new Error(`Risorsa non valida: ${risorsa}. Lettere minuscole e trattini, per esempio tipi-pendenza`);
  const base = `/${toKebab(nome)}`;
  return {
    api,
    id,
    risorsa,
    file: toKebab(id),
    metodo: senso.metodo,
    percorso: senso.unaRisorsa ? `${base}/{id}` : base,
    chiave: senso.unaRisorsa,
  };
}

const conCorpo = ({ metodo }: Scheletro): boolean => metodo === "POST" || metodo === "PUT" || metodo === "PATCH";

function contratto(operazione: Scheletro): string {
  const { api, id, risorsa, metodo, percorso, chiave } = operazione;
  const scrive = metodo !== "GET";
  return `/** ${metodo} ${percorso}: da descrivere. */
import * as z from "zod";
import { defineOperation } from "../operation.ts";

export const ${id} = defineOperation({
  api: "${api}",
  id: "${id}",
  method: "${metodo}",
  path: "${percorso}",
  summary: "${id}: da descrivere",
${risorsa ? `  risorsa: "${risorsa}",\n` : ""}  auth: ["${api === "backoffice" ? "operatore" : "applicazione"}"],
  capacita: ["anagrafiche:read", "archivio:read", ${scrive ? '"archivio:write", ' : ""}"eventi:write"],
  peso: "${scrive ? "scrittura" : "lettura"}",
${chiave ? "  params: z.strictObject({ id: z.string().min(1).max(35) }),\n" : ""}${conCorpo(operazione) ? "  body: z.strictObject({}),\n" : ""}  responses: { 200: z.strictObject({}) },
  errors: ["NON_TROVATO", "NON_DISPONIBILE"],
});
`;
}

const risaliA = (da: string, percorso: string): string => {
  const relativo = relative(dirname(da), percorso);
  return relativo.startsWith(".") ? relativo : `./${relativo}`;
};

function entry({ api, id, file, metodo, percorso }: Scheletro, destinazione: string): string {
  return `/** ${metodo} ${percorso}: da descrivere. */
import { ${id} } from "${risaliA(destinazione, `shared/contracts/${api}/${file}.ts`)}";
import { refuse } from "${risaliA(destinazione, "shared/runtime/http/richiesta.ts")}";
import { httpOperation } from "${risaliA(destinazione, "shared/runtime/http-operation.ts")}";

export const handler = httpOperation(${id}, async () => refuse({ codice: "NON_DISPONIBILE", dettaglio: "operazione da scrivere" }));
`;
}

function test({ api, id, metodo, percorso, chiave }: Scheletro): string {
  return `import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

describe("${metodo} ${API_BASE[api]}${percorso}", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
  });
  afterAll(() => ambiente.stop());

  it("answers", async () => {
    const { status } = await ambiente.invoke("${api}/${id}"${chiave ? ', { params: { id: "1" } }' : ""});
    expect(status).toBe(200);
  });
});
`;
}

const esempio = (operazione: Scheletro): string => {
  const { metodo, percorso, api, chiave } = operazione;
  const rawPath = `${API_BASE[api]}${percorso.replace("{id}", "1")}`;
  const evento = {
    version: "2.0",
    routeKey: `${metodo} ${API_BASE[api]}${percorso}`,
    rawPath,
    rawQueryString: "",
    headers: { "content-type": "application/json" },
    ...(chiave ? { pathParameters: { id: "1" } } : {}),
    requestContext: { http: { method: metodo, path: rawPath } },
    ...(conCorpo(operazione) ? { body: "{}" } : {}),
    isBase64Encoded: false,
  };
  return `${JSON.stringify(evento, undefined, 2)}\n`;
};

/** Adds the import and the element to `shared/contracts/<api>/operazioni.ts`. Throws when the file no longer has the form it expects. */
export function register(sorgente: string, id: string, file: string): string {
  const elenco = /(export const operazioni\w+: readonly Operazione\[\] = \[)([^\]]*)(\];)/.exec(sorgente);
  if (!elenco) throw new Error("L'elenco delle operazioni non ha la forma attesa: aggiungere a mano import ed elemento");
  const [intero, inizio = "", contenuto = "", fine = ""] = elenco;
  const elementi = [...contenuto.split(",").map((elemento) => elemento.trim()), id].filter(Boolean);
  const conElemento = sorgente.replace(intero, `${inizio}\n${elementi.map((elemento) => `  ${elemento},\n`).join("")}${fine}`);
  return conElemento.replace(/(import type \{ Operazione \} from "\.\.\/operation\.ts";\n)/, `$1import { ${id} } from "./${file}.ts";\n`);
}

/** Writes the files and gives back their paths. Throws without writing anything when one of them is already there. */
export function createOperation(nuova: NuovaOperazione, radice: string): readonly string[] {
  const scheletro = read(nuova);
  const { api, id, file } = scheletro;
  const destinazione = entryOf(scheletro.risorsa ? { api, id, risorsa: scheletro.risorsa } : { api, id });
  const nuovi = new Map([
    [`shared/contracts/${api}/${file}.ts`, contratto(scheletro)],
    [destinazione, entry(scheletro, destinazione)],
    [`tests/api/${api}/${id}.test.ts`, test(scheletro)],
    [`events/${api}/${id}/esempio.json`, esempio(scheletro)],
  ]);
  const presente = [...nuovi.keys()].find((percorso) => existsSync(join(radice, percorso)));
  if (presente) throw new Error(`Esiste già: ${presente}`);
  const elenco = `shared/contracts/${api}/operazioni.ts`;
  nuovi.set(elenco, register(readFileSync(join(radice, elenco), "utf8"), id, file));
  for (const [percorso, contenuto] of nuovi) {
    mkdirSync(dirname(join(radice, percorso)), { recursive: true });
    writeFileSync(join(radice, percorso), contenuto);
  }
  return [...nuovi.keys()];
}

if (import.meta.main) {
  const [api = "", id = "", risorsa] = process.argv.slice(2);
  try {
    for (const percorso of createOperation({ api, id, risorsa }, fileURLToPath(new URL("../..", import.meta.url)))) console.log(percorso);
  } catch (errore) {
    console.error(errore instanceof Error ? errore.message : errore);
    console.error("Uso: npm run new:operation <api> <operationId> [risorsa]");
    process.exitCode = 1;
  }
}
