/** Child process of the bulk benchmark: the deployed bundle of the consumer (first argument) with its memory limit, a message at a time; tells its peak. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { eventoCoda } from "./eventi.ts";

const contesto = {
  awsRequestId: "11111111-2222-3333-4444-555555555555",
  functionName: "tracciati",
  getRemainingTimeInMillis: () => 120_000,
} as Context;
const [, , pacchetto = ""] = process.argv;
const { handler } = (await import(pathToFileURL(pacchetto).href)) as {
  handler: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse>;
};

const piccoMegabyte = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) / 1024;

let messaggi = 0;
process.on("message", async (id: string) => {
  const inizio = performance.now();
  messaggi += 1;
  const { batchItemFailures } = await handler(eventoCoda(String(messaggi), { id, tappa: Number.MAX_SAFE_INTEGER }), contesto);
  if (batchItemFailures.length > 0) throw new Error("messaggio non elaborato");
  process.send?.({ millisecondi: performance.now() - inizio, memoriaMegabyte: piccoMegabyte() });
});
process.send?.("pronto");
