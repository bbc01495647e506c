/**
 * Child process of the flow benchmark: the deployed bundle of the consumer (first argument) as its Lambda runs it, message after message, with
 * its memory limit; counts what it asks the store at the second argument and tells its peak.
 */
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import type { ClientRequest } from "node:http";
import { pathToFileURL } from "node:url";
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
const [, , pacchetto = "", archivio = ""] = process.argv;
const { handler } = (await import(pathToFileURL(pacchetto).href)) as {
  handler: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse>;
};

let richieste = 0;
const { host } = new URL(archivio);
subscribe("http.client.request.start", (messaggio) => {
  const { request } = messaggio as { request: ClientRequest };
  if (request.getHeader("host") === host) richieste += 1;
});

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
