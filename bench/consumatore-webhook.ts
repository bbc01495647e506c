/** Child process of the webhook benchmark: the deployed bundle that follows the stream (first argument) with its memory limit; tells its time and its peak. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";

const [, , pacchetto = ""] = process.argv;
const { handler } = (await import(pathToFileURL(pacchetto).href)) as {
  handler: (evento: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
};

const piccoMegabyte = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) / 1024;

process.on("message", async (evento: DynamoDBStreamEvent) => {
  const inizio = performance.now();
  await handler(evento);
  process.send?.({ millisecondi: performance.now() - inizio, memoriaMegabyte: piccoMegabyte() });
});
process.send?.("pronto");
