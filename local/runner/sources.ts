/** All event sources of the deployment together: started, stopped and asked whether anything is left to do. */
import type { MappingSpec } from "../assembly/types.ts";
import type { DynamoDbApi } from "../emulators/dynamodb-api.ts";
import type { FauxqsEmulator } from "../emulators/fauxqs.ts";
import type { Checkpoints } from "./checkpoints.ts";
import type { Functions } from "./functions.ts";
import { type EventSource, startSqsSource } from "./sqs-source.ts";
import { StreamSource } from "./stream-source.ts";

const LOOK_MS = 20;

export interface SourcesHost {
  region: string;
  functions: Functions;
  queues: FauxqsEmulator;
  api: DynamoDbApi;
  checkpoints: Checkpoints;
  report(text: string): void;
}

export interface Sources {
  /** Streams look again at once: called when a function has just ended. */
  wake(): void;
  /**
   * Resolves when nothing is left that would run now: no invocation in progress, no visible message in a queue with a consumer, streams read
   * to the end. Messages that wait for their time (delayed, or hidden after a failure) do not count. Rejects (Italian text) after `timeoutMs`.
   */
  drain(timeoutMs: number): Promise<void>;
  /** When the first waiting message of a queue with a consumer comes due (ms, shifted). */
  nextMessage(): number | undefined;
  stop(): Promise<void>;
}

export function startSources(mappings: MappingSpec[], host: SourcesHost): Sources {
  const { functions, queues } = host;
  const streams: StreamSource[] = [];
  const sources: EventSource[] = [];
  const consumed = new Set<string>();
  const invoke = functions.invoke;
  for (const mapping of mappings) {
    if (mapping.kind === "stream") {
      const source = new StreamSource(mapping, { ...host, invoke, send: queues.send });
      streams.push(source);
      sources.push(source);
      continue;
    }
    const queue = queues.queue(mapping.source);
    if (queue === undefined) {
      host.report(`${mapping.id}: la coda ${mapping.source} non esiste`);
      continue;
    }
    consumed.add(mapping.source);
    const { maxInstances } = functions.find(mapping.functionName);
    const maxConcurrency = Math.max(1, Math.min(mapping.maxConcurrency ?? maxInstances, maxInstances));
    sources.push(
      startSqsSource(mapping, { region: host.region, queue, resolveQueue: queues.queueByArn, maxConcurrency, invoke, report: host.report }),
    );
  }

  const isBusy = (): boolean =>
    functions.running() > 0 || sources.some((source) => !streams.some((stream) => stream === source) && source.hasWork());

  async function isQuiet(): Promise<boolean> {
    if (isBusy()) return false;
    const looks = await Promise.all(streams.map((stream) => stream.lookAgain()));
    return looks.every((foundNothing) => foundNothing) && !isBusy();
  }

  async function drain(timeoutMs: number): Promise<void> {
    const limit = performance.now() + timeoutMs;
    for (;;) {
      const left = limit - performance.now();
      if (left <= 0) throw new Error(`Code e stream non si sono svuotati in ${timeoutMs} ms`);
      if (isBusy()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      else if (await Promise.race([isQuiet(), new Promise<false>((resolve) => setTimeout(resolve, left, false).unref())])) return;
    }
  }

  return {
    wake: () => {
      for (const stream of streams) stream.wake();
    },
    drain,
    nextMessage: () => {
      let first: number | undefined;
      for (const queue of queues.queues()) {
        if (!consumed.has(queue.name)) continue;
        const delayed = queue.delayedMessages.map(({ delayUntil }) => delayUntil ?? 0);
        const hidden = [...queue.inflightMessages.values()].map(({ visibilityDeadline }) => visibilityDeadline);
        for (const at of [...delayed, ...hidden]) if (first === undefined || at < first) first = at;
      }
      return first;
    },
    stop: async () => {
      await Promise.all(sources.map((source) => source.stop()));
    },
  };
}
