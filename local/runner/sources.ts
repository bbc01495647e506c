/** All event sources of the deployment together: started, stopped and asked whether anything is left to do. */
import type { MappingSpec } from "../assembly/types.ts";
import type { DynamoDbApi } from "../emulators/dynamodb-api.ts";
import type { FauxqsEmulator } from "../emulators/fauxqs.ts";
import type { StoredQueue } from "../emulators/fauxqs-internals.ts";
import type { Checkpoints } from "./checkpoints.ts";
import type { Functions } from "./functions.ts";
import { SqsSource } from "./sqs-source.ts";
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

function openSqsSource(mapping: MappingSpec, host: SourcesHost): SqsSource | undefined {
  const { functions, queues, region, report } = host;
  const queue = queues.queue(mapping.source);
  if (queue === undefined) {
    report(`${mapping.id}: la coda ${mapping.source} non esiste`);
    return undefined;
  }
  const { maxInstances } = functions.find(mapping.functionName);
  const maxConcurrency = Math.max(1, Math.min(mapping.maxConcurrency ?? maxInstances, maxInstances));
  return new SqsSource(mapping, { region, queue, resolveQueue: queues.queueByArn, maxConcurrency, invoke: functions.invoke, report });
}

/** When the first waiting message (delayed, or hidden) of a queue comes due, if there is any. */
function firstWaiting({ delayedMessages, inflightMessages }: StoredQueue): number | undefined {
  const instants = [
    ...delayedMessages.map(({ delayUntil }) => delayUntil ?? 0),
    ...[...inflightMessages.values()].map(({ visibilityDeadline }) => visibilityDeadline),
  ];
  return instants.length === 0 ? undefined : instants.reduce((one, other) => Math.min(one, other));
}

export function startSources(mappings: MappingSpec[], host: SourcesHost): Sources {
  const { functions, queues } = host;
  const streams: StreamSource[] = [];
  const consumers: SqsSource[] = [];
  for (const mapping of mappings) {
    if (mapping.kind === "stream") streams.push(new StreamSource(mapping, { ...host, invoke: functions.invoke, send: queues.send }));
    else consumers.push(...[openSqsSource(mapping, host)].filter((source) => source !== undefined));
  }
  const consumed = new Set(mappings.map(({ source }) => source));
  const isBusy = (): boolean => functions.running() > 0 || consumers.some((source) => source.hasWork());

  async function isQuiet(): Promise<boolean> {
    if (isBusy()) return false;
    const looks = await Promise.all(streams.map((stream) => stream.lookAgain()));
    return looks.every((foundNothing) => foundNothing) && !isBusy();
  }

  async function drain(timeoutMs: number): Promise<void> {
    const limit = performance.now() + timeoutMs;
    for (let left = timeoutMs; left > 0; left = limit - performance.now()) {
      if (isBusy()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      else if (await Promise.race([isQuiet(), new Promise<false>((resolve) => setTimeout(resolve, left, false).unref())])) return;
    }
    throw new Error(`Code e stream non si sono svuotati in ${timeoutMs} ms`);
  }

  return {
    wake: () => {
      for (const stream of streams) stream.wake();
    },
    drain,
    nextMessage: () => {
      const waiting = queues.queues().filter(({ name }) => consumed.has(name));
      const instants = waiting.map(firstWaiting).filter((at) => at !== undefined);
      return instants.length === 0 ? undefined : Math.min(...instants);
    },
    stop: async () => {
      await Promise.all([...streams, ...consumers].map((source) => source.stop()));
    },
  };
}
