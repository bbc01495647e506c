/** API tests run the deployed handlers in process against the DynamoDB emulator: the gateway's event in, the gateway's answer out. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { DepositoDynamoDb } from "../../shared/adapters/dynamodb/deposito.ts";
import { hashPassword } from "../../shared/adapters/sistema/password.ts";
import { operazioni, operazioniPagopa } from "../../shared/contracts/index.ts";
import { API_BASE, entryOf, type Operazione } from "../../shared/contracts/operation.ts";
import type { Deposito } from "../../shared/ports/deposito.ts";
import { PASSWORD, seedAnagrafica } from "../sostegno/anagrafica.ts";
import { type CittadinoDiProva, openSessioneDiProva } from "../sostegno/cittadini.ts";
import { type DynamoDiProva, NOMI_TABELLE, startDynamoDiProva } from "../sostegno/tabelle.ts";

export { cittadino } from "../sostegno/cittadini.ts";

export interface Chiamata {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string as it is, bytes in base64 as the gateway does. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Each `name=value`. */
  readonly cookies?: readonly string[];
  /** Principal; default `gest-tributi` (or `amministratore` for the Backoffice); null = no credentials; `cittadino(...)` = with its session. */
  readonly as?: string | CittadinoDiProva | null;
}

type ChiamataDiretta = Omit<Chiamata, "as"> & { readonly as?: string | null };

export interface Esito {
  readonly status: number;
  /** As the answer sets them, attributes included. */
  readonly cookies: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed when JSON, text otherwise. */
  readonly body: Record<string, unknown>;
  readonly testo: string;
  /** Bytes of a binary answer. */
  readonly bytes: Buffer;
}

export interface AmbienteApi {
  readonly deposito: Deposito;
  readonly dynamo: DynamoDiProva;
  invoke(operazione: string, chiamata?: Chiamata): Promise<Esito>;
  stop(): Promise<void>;
}

const contesto = {
  awsRequestId: "11111111-2222-3333-4444-555555555555",
  functionName: "prova",
  getRemainingTimeInMillis: () => 30_000,
} as Context;

const findOperazione = (nome: string): Operazione => {
  const [api, id] = nome.split("/");
  const trovata = [...Object.values(operazioni).flat(), ...operazioniPagopa].find((o) => o.api === api && o.id === id);
  if (!trovata) throw new Error(`operazione ${nome} non registrata`);
  return trovata;
};

/** A citizen comes from a page of this site, with the cookie of a session of its own. */
const enter = async (deposito: Deposito, { as, cookies = [], headers, ...resto }: Chiamata): Promise<ChiamataDiretta> =>
  typeof as === "object" && as !== null
    ? {
        ...{ ...resto, as: null, cookies: [...cookies, await openSessioneDiProva(deposito, as)] },
        headers: { "sec-fetch-site": "same-origin", ...headers },
      }
    : { ...resto, ...(as !== undefined && { as }), cookies, ...(headers && { headers }) };

export const buildEvento = (operazione: Pick<Operazione, "api" | "method" | "path">, chiamata: ChiamataDiretta): APIGatewayProxyEventV2 => {
  const params = chiamata.params ?? {};
  const percorso =
    API_BASE[operazione.api] + operazione.path.replace(/\{(\w+)\}/g, (_tutto, nome: string) => encodeURIComponent(params[nome] ?? ""));
  const predefinito = operazione.api === "backoffice" ? "amministratore" : "gest-tributi";
  const chi = chiamata.as === undefined ? predefinito : chiamata.as;
  const binario = chiamata.body instanceof Uint8Array ? Buffer.from(chiamata.body).toString("base64") : undefined;
  const corpo =
    binario !== undefined
      ? binario
      : chiamata.body === undefined
        ? undefined
        : typeof chiamata.body === "string"
          ? chiamata.body
          : JSON.stringify(chiamata.body);
  return {
    version: "2.0",
    routeKey: `${operazione.method} ${percorso}`,
    rawPath: percorso,
    rawQueryString: new URLSearchParams(chiamata.query).toString(),
    ...(chiamata.cookies && { cookies: [...chiamata.cookies] }),
    headers: {
      "content-type": "application/json",
      ...(chi !== null && { authorization: `Basic ${Buffer.from(`${chi}:${PASSWORD}`).toString("base64")}` }),
      ...chiamata.headers,
    },
    pathParameters: { ...params },
    ...(chiamata.query && { queryStringParameters: { ...chiamata.query } }),
    requestContext: {
      accountId: "000000000000",
      apiId: "prova",
      domainName: "prova",
      domainPrefix: "prova",
      http: { method: operazione.method, path: percorso, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "prova" },
      requestId: "prova",
      routeKey: "",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    ...(corpo !== undefined && { body: corpo }),
    isBase64Encoded: binario !== undefined,
  };
};

export const toEsito = (risposta: APIGatewayProxyStructuredResultV2): Esito => {
  const bytes = Buffer.from(risposta.body ?? "", risposta.isBase64Encoded ? "base64" : "utf8");
  const headers = Object.fromEntries(Object.entries(risposta.headers ?? {}).map(([nome, valore]) => [nome, String(valore)]));
  const testo = bytes.toString("utf8");
  return {
    status: risposta.statusCode ?? 200,
    cookies: risposta.cookies ?? [],
    headers,
    body: headers["content-type"]?.includes("application/json") && testo !== "" ? JSON.parse(testo) : {},
    testo,
    bytes,
  };
};

/** Starts the emulator, sets the environment of the functions and seeds the registry. Call it once per test file, before any import of functions. */
export const createAmbiente = async (variabili: Readonly<Record<string, string>> = {}, checkout?: string): Promise<AmbienteApi> => {
  const dynamo = await startDynamoDiProva();
  Object.assign(process.env, {
    AWS_REGION: "eu-south-1",
    AWS_ACCESS_KEY_ID: "prova",
    AWS_SECRET_ACCESS_KEY: "prova",
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    FIORINO_STAGE: "prova",
    FIORINO_TABELLA_ANAGRAFICHE: NOMI_TABELLE.anagrafiche,
    FIORINO_TABELLA_ARCHIVIO: NOMI_TABELLE.archivio,
    FIORINO_TABELLA_EVENTI: NOMI_TABELLE.eventi,
    FIORINO_HOST_INTERNI: "127.0.0.1,localhost",
    FIORINO_AUTENTICAZIONE: "basic,apikey,ssl,cittadino",
    // A test is not a person at a page; the rate is put to the test in utente/protezione.test.ts.
    FIORINO_LIMITE_CITTADINI: "1000,10000",
    FIORINO_LOG_LEVEL: "ERROR",
    FIORINO_AMMINISTRATORE: JSON.stringify({ principal: "amministratore", hash: await hashPassword(PASSWORD) }),
    POWERTOOLS_METRICS_DISABLED: "true",
    ...variabili,
  });
  const deposito = new DepositoDynamoDb(dynamo.client, NOMI_TABELLE);
  await seedAnagrafica(deposito, checkout);
  return {
    deposito,
    dynamo,
    invoke: async (nome, chiamata = {}) => {
      const operazione = findOperazione(nome);
      const entry = new URL(`../../${entryOf(operazione)}`, import.meta.url).pathname;
      const modulo: { handler: (evento: APIGatewayProxyEventV2, contesto: Context) => Promise<APIGatewayProxyStructuredResultV2> } =
        await import(entry);
      return toEsito(await modulo.handler(buildEvento(operazione, await enter(deposito, chiamata)), contesto));
    },
    stop: () => dynamo.stop(),
  };
};
