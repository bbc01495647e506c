/** Child process of the export benchmark: the deployed bundle of the consumer (first argument) with its memory limit makes one file; tells its time and its peak. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { eventoCoda } from "./eventi.ts";

const contesto = {
  awsRequestId: "11111111-2222-3333-4444-555555555555",
  functionName: "esportazioni",
  getRemainingTimeInMillis: () => 900_000,
} as Context;
const [, , pacchetto = ""] = process.argv;
const { handler } = (await import(pathToFileURL(pacchetto).href)) as {
  handler: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse>;
};

const piccoMegabyte = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) / 1024;

process.on("message", async (id: string) => {
  const inizio = performance.now();
  const { batchItemFailures } = await handler(eventoCoda(id, { id }), contesto);
  if (batchItemFailures.length > 0) throw new Error("esportazione non scritta");
  process.send?.({ millisecondi: performance.now() - inizio, memoriaMegabyte: piccoMegabyte() });
});
process.send?.("pronto");
