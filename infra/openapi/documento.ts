/** The public document of an API, OpenAPI 3.1, from the registry: what a vertical reads to integrate. */
import { STATUS_CODES } from "node:http";
import * as z from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import {
  API_BASE,
  BINARIO,
  type NomeApi,
  type Operazione,
  percorsoOf,
  type RispostaDichiarata,
  type TipoChiamante,
} from "../../shared/contracts/operation.ts";
import { ENDPOINT, type Registro, SERVIZI_STORICI } from "../registro.ts";
import { share } from "./componenti.ts";
import { buildErrori } from "./errori.ts";
import { type Esempi, readEsempi } from "./esempi.ts";
import { addEsempi } from "./risposte-esempio.ts";

const TITOLI: Readonly<Record<NomeApi, string>> = {
  pendenze: "API Pendenze",
  "pendenze-v1": "API Pendenze v1",
  pagamento: "API Pagamento",
  "pagamento-v3": "API Pagamento v3",
  "pagamento-v1": "API Pagamento v1",
  utente: "API Utente",
  cittadino: "API Cittadino",
  portale: "API Portale",
  riconciliazione: "API Riconciliazione",
  "riconciliazione-v2": "API Riconciliazione v2",
  "riconciliazione-v1": "API Riconciliazione v1",
  backoffice: "API Backoffice",
  pagopa: "Servizi esposti a pagoPA (paForNode, opzioni di pagamento)",
};

const SICUREZZA = {
  basic: { type: "http", scheme: "basic", description: "Nome utente e password dell'applicazione o dell'operatore" },
  appId: { type: "apiKey", in: "header", name: "X-APP-ID", description: "Identificativo dell'applicazione, insieme a X-API-KEY" },
  apiKey: { type: "apiKey", in: "header", name: "X-API-KEY", description: "Chiave dell'applicazione, insieme a X-APP-ID" },
  token: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "Token di un provider di identità fidato (docs/identita.md)" },
  sessione: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-fiorino-sessione",
    description: "Sessione della console; le scritture vogliono x-csrf-token",
  },
  cittadino: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-fiorino-cittadino",
    description: "Sessione del cittadino, aperta da /utente/v1/login (docs/identita.md)",
  },
  certificato: { type: "mutualTLS", description: "Certificato client riconosciuto dal trust store dell'installazione" },
} as const;

const ACCESSI: Readonly<Record<TipoChiamante, readonly Record<string, string[]>[]>> = {
  applicazione: [{ basic: [] }, { appId: [], apiKey: [] }, { token: [] }],
  operatore: [{ basic: [] }, { sessione: [] }, { token: [] }],
  nodo: [{ certificato: [] }, { basic: [] }],
  cittadino: [{ cittadino: [] }],
  anonimo: [{}],
};

const sicurezzaOf = (auth: readonly TipoChiamante[]): Record<string, string[]>[] => [
  ...new Map(auth.flatMap((tipo) => ACCESSI[tipo]).map((accesso) => [JSON.stringify(accesso), accesso])).values(),
];

const isSchema = (risposta: RispostaDichiarata): risposta is z.ZodType => "_zod" in risposta;
const SENZA_CORPO: readonly string[] = ["undefined", "void", "never", "null"];
const JSON_TIPO = "application/json";

const contenutiOf = (risposta: RispostaDichiarata) => {
  if (!isSchema(risposta)) return Object.entries(risposta);
  return SENZA_CORPO.includes(risposta._zod.def.type) ? [] : [[JSON_TIPO, risposta] as const];
};

function buildRisposta(status: string, risposta: RispostaDichiarata) {
  const content = Object.fromEntries(
    contenutiOf(risposta).map(([tipo, schema]) => [
      tipo,
      { schema: schema === BINARIO ? { type: "string" as const, format: "binary" } : schema },
    ]),
  );
  return {
    description: isSchema(risposta) && risposta.description ? risposta.description : (STATUS_CODES[status] ?? status),
    ...(Object.keys(content).length > 0 ? { content } : {}),
  };
}

/** Every write of ours may be asked again under a key, without being done twice (runtime/http/idempotenza.ts). */
const isRipetibile = ({ api, method, auth }: Operazione): boolean =>
  api !== "pagopa" && method !== "GET" && auth.some((tipo) => tipo !== "anonimo");
const CHIAVE = ["CHIAVE_IN_CORSO", "CHIAVE_RIUSATA"] as const;

const IDEMPOTENCY_KEY = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/)
  .optional()
  .meta({
    description: "Per 24 ore la stessa richiesta con la stessa chiave riceve la stessa risposta e non è eseguita due volte",
    param: { id: "Idempotency-Key" },
  });
const IF_MATCH = z
  .string()
  .max(1_000)
  .optional()
  .meta({ description: "ETag di ciò che si sostituisce, o *: se non è più quello la risposta è 412", param: { id: "If-Match" } });

/** Headers that the runtime reads whatever the operation. */
const headersOf = (operazione: Operazione) => ({
  ...(isRipetibile(operazione) && { "Idempotency-Key": IDEMPOTENCY_KEY }),
  ...(operazione.errors.includes("PRECONDIZIONE") && { "If-Match": IF_MATCH }),
});

function buildRisposte(operazione: Operazione): ZodOpenApiResponsesObject {
  const riuscite = Object.entries(operazione.responses).map(([status, risposta]) => [status, buildRisposta(status, risposta)] as const);
  // The contracts of pagoPA have their own errors, all declared.
  const errors = [...operazione.errors, ...(isRipetibile(operazione) ? CHIAVE : [])];
  return { ...(operazione.api === "pagopa" ? {} : buildErrori({ ...operazione, errors })), ...Object.fromEntries(riuscite) };
}

const diritti = ({ acl }: Operazione): string =>
  acl ? `Richiede il diritto di ${acl.diritto === "R" ? "lettura" : "scrittura"} su ${acl.servizi.join(" o ")}.` : "";

const MULTIPART = "multipart/form-data";
const FILE = { type: "string" as const, format: "binary" };

/** Of a file that is text, what the samples send: an object as JSON, a text as it is. */
function examplesOf(tipo: string, esempi: Esempi): { readonly examples?: Esempi } {
  const suoi = Object.entries(esempi).filter(([, { value }]) =>
    tipo === JSON_TIPO ? typeof value === "object" : tipo === "text/csv" && typeof value === "string",
  );
  return suoi.length === 0 ? {} : { examples: Object.fromEntries(suoi) };
}

/** A file as it is, or as the only file of a form. */
const buildGrezzo = (tipi: readonly string[], esempi: Esempi) =>
  Object.fromEntries(
    tipi.map((tipo) => [
      tipo,
      { ...examplesOf(tipo, esempi), schema: tipo === MULTIPART ? { type: "object" as const, properties: { file: FILE } } : FILE },
    ]),
  );

function buildOperazione(operazione: Operazione, radice: string): ZodOpenApiOperationObject {
  const description = [operazione.description, diritti(operazione)].filter(Boolean).join("\n\n");
  const esempi = readEsempi(radice, operazione.api, operazione.id);
  const headers = headersOf(operazione);
  return {
    operationId: operazione.id,
    summary: operazione.summary,
    ...(description ? { description } : {}),
    ...(operazione.risorsa ? { tags: [operazione.risorsa] } : {}),
    security: sicurezzaOf(operazione.auth),
    "x-chiamanti": [...operazione.auth],
    requestParams: {
      ...(operazione.params ? { path: operazione.params } : {}),
      ...(operazione.query ? { query: operazione.query } : {}),
      ...(Object.keys(headers).length > 0 ? { header: z.object(headers) } : {}),
    },
    ...(operazione.body
      ? {
          requestBody: {
            required: true,
            content: { [JSON_TIPO]: { schema: operazione.body, ...(Object.keys(esempi).length > 0 ? { examples: esempi } : {}) } },
          },
        }
      : {}),
    ...(operazione.corpoGrezzo ? { requestBody: { required: true, content: buildGrezzo(operazione.corpoGrezzo, esempi) } } : {}),
    responses: buildRisposte(operazione),
  };
}

function pathsOf(operazioni: readonly Operazione[], radice: string): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const operazione of operazioni) {
    paths[operazione.path] = { ...paths[operazione.path], [operazione.method.toLowerCase()]: buildOperazione(operazione, radice) };
  }
  return paths;
}

function document(api: NomeApi, paths: ZodOpenApiPathsObject): unknown {
  const documento = createDocument({
    openapi: "3.1.0",
    info: {
      title: `Fiorino: ${TITOLI[api]}`,
      version: `${/v(\d+)$/.exec(API_BASE[api])?.[1] ?? "1"}.0`,
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: API_BASE[api], description: "Relativo all'indirizzo dell'installazione" }],
    paths,
  });
  // Added afterwards: the library's types know the schemes of 3.0, without mutual TLS.
  return { ...documento, components: { ...documento.components, securitySchemes: SICUREZZA } };
}

/** Public document of a REST API. `radice` is the repository, where the examples are. */
export const buildDocumento = (api: Exclude<NomeApi, "pagopa">, operazioni: readonly Operazione[], radice: string): unknown =>
  share(addEsempi(document(api, pathsOf(operazioni, radice)), api, operazioni, radice));

const BUSTA = z.string().meta({ description: "Busta SOAP 1.1", example: "<soapenv:Envelope>…</soapenv:Envelope>" });
const SOAP_TIPO = "text/xml";

const operazioneSoap = (operationId: string, summary: string, description: string): ZodOpenApiOperationObject => ({
  operationId,
  summary,
  description,
  security: sicurezzaOf(["nodo"]),
  "x-chiamanti": ["nodo"],
  requestBody: { required: true, content: { [SOAP_TIPO]: { schema: BUSTA } } },
  responses: {
    "200": { description: "Esito OK o KO, con il fault nella risposta quando è KO", content: { [SOAP_TIPO]: { schema: BUSTA } } },
    "500": { description: "Solo quando una ricevuta non è stata messa al sicuro: il Nodo la ripresenta" },
  },
});

/** Document of what pagoPA calls: for the SOAP services the contract is its WSDL, this one lists addresses and primitives. */
export const buildDocumentoPagopa = (
  { primitive, primitiveStoriche, operazioniPagopa }: Pick<Registro, "primitive" | "primitiveStoriche" | "operazioniPagopa">,
  radice: string,
): unknown =>
  share(
    document("pagopa", {
      "/paForNode": {
        post: operazioneSoap(
          ENDPOINT,
          "Endpoint unico del Nodo",
          `Sceglie la primitiva dall'elemento radice del corpo: ${primitive.map(({ elemento }) => elemento).join(", ")}.`,
        ),
      },
      ...Object.fromEntries(
        [...primitive, ...primitiveStoriche].map((primitiva) => {
          const { id, summary, elemento, elementoRisposta } = primitiva;
          return [percorsoOf(primitiva), { post: operazioneSoap(id, summary, `Riceve ${elemento}, risponde ${elementoRisposta}.`) }];
        }),
      ),
      ...Object.fromEntries(
        (primitiveStoriche.length > 0 ? SERVIZI_STORICI : []).map((servizio) => [
          `/${servizio}`,
          {
            post: operazioneSoap(
              servizio,
              "Endpoint delle stazioni storiche",
              `Serve le due famiglie, secondo namespace ed elemento radice: ${[...primitiveStoriche, ...primitive].map((p) => p.elemento).join(", ")}.`,
            ),
          },
        ]),
      ),
      ...pathsOf(operazioniPagopa, radice),
    }),
  );
