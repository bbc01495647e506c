/** Child process of the benchmarks: the deployed bundle of a consumer (first argument) with its memory limit, a message at a time; tells its time and its peak. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { eventoCoda } from "./eventi.ts";

export interface TurnoConsumatore {
  readonly millisecondi: number;
  readonly memoriaMegabyte: number;
}

const contesto = {
  awsRequestId: "11111111-2222-3333-4444-555555555555",
  functionName: "bench",
  getRemainingTimeInMillis: () => 900_000,
} as Context;
const [, , pacchetto = ""] = process.argv;
const { handler } = (await import(pathToFileURL(pacchetto).href)) as {
  handler: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse>;
};

const piccoMegabyte = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) / 1024;

let messaggi = 0;
process.on("message", async (messaggio: object) => {
  const inizio = performance.now();
  messaggi += 1;
  const { batchItemFailures } = await handler(eventoCoda(String(messaggi), messaggio), contesto);
  if (batchItemFailures.length > 0) throw new Error("messaggio non elaborato");
  const turno: TurnoConsumatore = { millisecondi: performance.now() - inizio, memoriaMegabyte: piccoMegabyte() };
  process.send?.(turno);
});
process.send?.("pronto");
