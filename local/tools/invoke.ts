/**
 * `npm run invoke <api>/<operationId> [caso] ...`: runs the real handlers in this process on sample events, over an emulator that lives as long
 * as the command, with the registry of the tests. Several operations share one world, so that one may read what another wrote:
 * `npm run invoke pendenze/addPendenza pendenze/getPendenza`. For a debugger: `node --inspect-brk local/tools/invoke.ts ...`.
 */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { operazioni, operazioniPagopa, primitive, primitiveStoriche } from "../../shared/contracts/index.ts";
import { entryOf, type Operazione, percorsoOf } from "../../shared/contracts/operation.ts";
import { buildEvento, createAmbiente, toEsito } from "../../tests/api/ambiente.ts";
import { type Campione, findCampione, readCampioni } from "../../tests/sostegno/campioni.ts";

type Handler = (evento: APIGatewayProxyEventV2, contesto: Context) => Promise<APIGatewayProxyStructuredResultV2>;

interface Passo {
  readonly nome: string;
  readonly operazione: Pick<Operazione, "api" | "id" | "method" | "path" | "risorsa">;
  readonly campione: Campione;
}

const USO = "Uso: npm run invoke <api>/<operationId> [caso] ...   per esempio: npm run invoke pendenze/getProfilo";
const CONTESTO = {
  awsRequestId: "00000000-0000-0000-0000-000000000000",
  functionName: "invoke",
  getRemainingTimeInMillis: () => 30_000,
} as Context;

function findOperazione(nome: string): Passo["operazione"] {
  const [api, id] = nome.split("/");
  const rest: Passo["operazione"] | undefined = [...Object.values(operazioni).flat(), ...operazioniPagopa].find(
    (operazione) => operazione.api === api && operazione.id === id,
  );
  const primitiva = api === "pagopa" ? [...primitive, ...primitiveStoriche].find((nota) => nota.id === id) : undefined;
  const trovata = rest ?? (primitiva && { api: "pagopa", id: primitiva.id, method: "POST", path: percorsoOf(primitiva) });
  if (!trovata) throw new Error(`Operazione sconosciuta: ${nome}. L'elenco è in docs/operations.md`);
  return trovata;
}

function findCaso(nome: string, caso: string | undefined): Campione {
  if (caso === undefined) return findCampione(nome);
  const campioni = readCampioni(nome);
  const trovato = campioni.find((campione) => campione.caso === caso);
  if (!trovato) throw new Error(`events/${nome} non ha il caso ${caso}. Ci sono: ${campioni.map((campione) => campione.caso).join(", ")}`);
  return trovato;
}

/** An argument with a slash is an operation; one without is the case of the operation before it. */
function readPassi(argomenti: readonly string[]): readonly Passo[] {
  if (!argomenti[0]?.includes("/")) throw new Error(USO);
  return argomenti.flatMap((nome, i) => {
    if (!nome.includes("/")) return [];
    const seguente = argomenti[i + 1];
    return [{ nome, operazione: findOperazione(nome), campione: findCaso(nome, seguente?.includes("/") ? undefined : seguente) }];
  });
}

async function run({ nome, operazione, campione }: Passo): Promise<boolean> {
  const { pathParameters, queryStringParameters, headers, body, expected } = campione;
  const evento = buildEvento(operazione, {
    params: pathParameters ?? {},
    ...(queryStringParameters && { query: queryStringParameters }),
    ...(body !== undefined && { body }),
    ...(operazione.api === "pagopa" && { as: "nodo" }),
    headers: { ...(operazione.api === "pagopa" && { "content-type": "text/xml" }), ...headers },
  });
  const { handler }: { handler: Handler } = await import(new URL(`../../${entryOf(operazione)}`, import.meta.url).href);
  const inizio = performance.now();
  const { status, testo, headers: risposte } = toEsito(await handler(evento, CONTESTO));
  const millisecondi = (performance.now() - inizio).toFixed(0);
  console.log(`${nome}, ${campione.caso}: ${operazione.method} ${evento.rawPath}${evento.rawQueryString && `?${evento.rawQueryString}`}`);
  console.log(`${status} in ${millisecondi} ms${status === expected.status ? "" : ` (atteso ${expected.status})`}`);
  const tipo = risposte["content-type"] ?? "";
  if (tipo.includes("json") && testo !== "") console.log(JSON.stringify(JSON.parse(testo), undefined, 2));
  else console.log(/^(text|application\/xml)/.test(tipo) ? testo : `${tipo}, ${testo.length} caratteri`);
  return status === expected.status;
}

async function main(argomenti: readonly string[]): Promise<boolean> {
  const passi = readPassi(argomenti);
  const ambiente = await createAmbiente();
  try {
    let riusciti = true;
    for (const passo of passi) riusciti = (await run(passo)) && riusciti;
    return riusciti;
  } finally {
    await ambiente.stop();
  }
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (errore) {
  console.error(errore instanceof Error ? errore.message : errore);
  process.exitCode = 1;
}
