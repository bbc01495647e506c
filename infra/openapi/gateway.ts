/** The body of an HTTP API: the same routes as the public document, with the integrations and nothing else, because API Gateway validates nothing here. */
import { TIMEOUT_MASSIMO_HTTP } from "../registro.ts";

export interface Rotta {
  readonly id: string;
  readonly metodo: string;
  /** Full path, base included. */
  readonly percorso: string;
  readonly arnFunzione: string;
}

interface OpzioniCorpo {
  readonly titolo: string;
  readonly rotte: readonly Rotta[];
  /** Role that API Gateway assumes to invoke: one for the API instead of a permission per function. */
  readonly arnCredenziali: string;
  readonly partition: string;
  readonly region: string;
}

const parametriDi = (percorso: string) =>
  [...percorso.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));

/** OpenAPI 3.0.1, the version that HTTP APIs import. */
export function buildCorpoGateway({ titolo, rotte, arnCredenziali, partition, region }: OpzioniCorpo): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const rotta of rotte) {
    const operazioni = paths[rotta.percorso] ?? {};
    paths[rotta.percorso] = operazioni;
    const parameters = parametriDi(rotta.percorso);
    operazioni[rotta.metodo.toLowerCase()] = {
      operationId: rotta.id,
      ...(parameters.length > 0 ? { parameters } : {}),
      responses: { default: { description: "Risposta della funzione" } },
      "x-amazon-apigateway-integration": {
        type: "aws_proxy",
        httpMethod: "POST",
        payloadFormatVersion: "2.0",
        uri: `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${rotta.arnFunzione}/invocations`,
        credentials: arnCredenziali,
        timeoutInMillis: TIMEOUT_MASSIMO_HTTP * 1000,
      },
    };
  }
  return { openapi: "3.0.1", info: { title: titolo, version: "1" }, paths };
}
