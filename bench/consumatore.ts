/** Child process of the flow benchmark: the consumer as its Lambda runs it, message after message, with its memory limit; tells its peak. */
import { readFileSync } from "node:fs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { eventoCoda } from "./eventi.ts";

interface Lavoro {
  readonly messaggio: { readonly idDominio: string; readonly idFlusso: string; readonly idPsp: string; readonly revisione: number };
  readonly pagine: number;
}

const contesto = {
  awsRequestId: "11111111-2222-3333-4444-555555555555",
  functionName: "flussi",
  getRemainingTimeInMillis: () => 120_000,
} as Context;
const { handler } = (await import("../functions/consumers/flussi.ts")) as {
  handler: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse>;
};

let richieste = 0;
const prototipo = DynamoDBDocumentClient.prototype as { send(...argomenti: unknown[]): unknown };
const originale = prototipo.send;
prototipo.send = function (this: unknown, ...argomenti: unknown[]) {
  richieste += 1;
  return originale.apply(this, argomenti);
};

const piccoMegabyte = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) / 1024;

process.on("message", async ({ messaggio, pagine }: Lavoro) => {
  richieste = 0;
  const inizio = performance.now();
  for (let pagina = 1; pagina <= pagine; pagina++) {
    const { batchItemFailures } = await handler(eventoCoda(String(pagina), { ...messaggio, pagina }), contesto);
    if (batchItemFailures.length > 0) throw new Error(`pagina ${pagina} non acquisita`);
  }
  process.send?.({ millisecondi: performance.now() - inizio, richieste, memoriaMegabyte: piccoMegabyte() });
});
process.send?.("pronto");
