/**
 * Event source mapping of a table's stream: reads in order, filters, invokes, and remembers how far it got only after the function answered,
 * so that a crash repeats a batch and never skips one.
 */
import { asArray, asObject, asText } from "../assembly/json.ts";
import type { JsonObject, MappingSpec } from "../assembly/types.ts";
import { type DynamoDbApi, DynamoDbError } from "../emulators/dynamodb-api.ts";
import { describeTable } from "../emulators/tables.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { passesFilters } from "./event-filter.ts";
import type { EventSource } from "./sqs-source.ts";
import type { EsitoInvocazione } from "./types.ts";

const IDLE_MS = 200;
const READ_LIMIT = 1_000;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 10_000;

export interface StreamSourceHost {
  region: string;
  api: DynamoDbApi;
  checkpoints: Checkpoints;
  invoke(functionName: string, event: unknown): Promise<EsitoInvocazione>;
  /** Sends to the queue of failures. */
  send(queueName: string, body: string): Promise<void>;
  report(text: string): void;
}

export interface StreamSource extends EventSource {
  /** Looks at the stream without waiting for the next turn. */
  wake(): void;
  /** Resolves after a whole look at the stream that began after the call; true when it found nothing. */
  lookAgain(): Promise<boolean>;
}

interface Position {
  streamArn: string;
  shardId: string;
  iterator: string;
}

export function sequenceOf(record: JsonObject): string {
  return asText(asObject(record.dynamodb).SequenceNumber) ?? "";
}

/** Where the function says that it stopped: the lowest failed sequence number, or the start when it failed altogether. */
export function firstFailure(records: JsonObject[], outcome: EsitoInvocazione, reportsFailures: boolean): number | undefined {
  if (!outcome.ok) return 0;
  if (!reportsFailures) return undefined;
  const failed = asArray(asObject(outcome.payload).batchItemFailures).map((item) => asText(asObject(item).itemIdentifier) ?? "");
  if (failed.length === 0) return undefined;
  const positions = failed.map((id) => records.findIndex((record) => sequenceOf(record) === id));
  return positions.includes(-1) ? 0 : Math.min(...positions);
}

export function startStreamSource(mapping: MappingSpec, host: StreamSourceHost): StreamSource {
  let stopped = false;
  let isWorking = false;
  let position: Position | undefined;
  let wakeUp: () => void = () => {};
  let isIdle = false;
  let looks = 0;
  let foundNothing = false;
  const watchers = new Set<() => void>();

  async function findPosition(): Promise<Position | undefined> {
    const streamArn = asText((await describeTable(host.api, mapping.source))?.LatestStreamArn);
    if (streamArn === undefined) return undefined;
    const description = asObject((await host.api.streams("DescribeStream", { StreamArn: streamArn })).StreamDescription);
    const shardId = asText(asObject(asArray(description.Shards)[0]).ShardId);
    if (shardId === undefined) return undefined;
    const sequence = host.checkpoints.get(mapping.id, streamArn);
    const start: JsonObject =
      sequence === undefined
        ? { ShardIteratorType: "TRIM_HORIZON" }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: sequence };
    const { ShardIterator } = await host.api.streams("GetShardIterator", { StreamArn: streamArn, ShardId: shardId, ...start });
    return { streamArn, shardId, iterator: asText(ShardIterator) ?? "" };
  }

  function eventOf(records: JsonObject[], streamArn: string): object {
    const stamped = records.map((record) => ({
      ...record,
      awsRegion: host.region,
      eventSourceARN: streamArn,
      dynamodb: { ...asObject(record.dynamodb), ApproximateCreationDateTime: Math.floor(Date.now() / 1_000) },
    }));
    return { Records: stamped };
  }

  /** Handles the records in order; failures are repeated from where they began, halved when the mapping says so, and parked after the last attempt. */
  async function deliver(records: JsonObject[], streamArn: string, attempt = 0): Promise<void> {
    if (records.length === 0 || stopped) return;
    const outcome = await host.invoke(mapping.functionName, eventOf(records, streamArn));
    const failure = firstFailure(records, outcome, mapping.reportBatchItemFailures);
    if (failure === undefined) return remember(records, streamArn);
    if (failure > 0) remember(records.slice(0, failure), streamArn);
    const rest = records.slice(failure);
    const reason = outcome.ok ? "segnalati dalla funzione" : `${outcome.errorType}: ${outcome.errorMessage}`;
    host.report(`stream di ${mapping.source}: ${rest.length} record da ritentare (${reason})`);
    if (mapping.maxRetries >= 0 && attempt >= mapping.maxRetries) return park(rest, streamArn);
    await pause(Math.min(FIRST_RETRY_MS * 2 ** attempt, LAST_RETRY_MS));
    if (mapping.bisectOnError && !outcome.ok && rest.length > 1) {
      const half = Math.ceil(rest.length / 2);
      await deliver(rest.slice(0, half), streamArn, attempt + 1);
      return deliver(rest.slice(half), streamArn, attempt + 1);
    }
    return deliver(rest, streamArn, failure > 0 ? 0 : attempt + 1);
  }

  function remember(records: JsonObject[], streamArn: string): void {
    const last = records.at(-1);
    if (last) host.checkpoints.set(mapping.id, streamArn, sequenceOf(last));
  }

  async function park(records: JsonObject[], streamArn: string): Promise<void> {
    if (mapping.onFailureQueue !== undefined) {
      await host.send(
        mapping.onFailureQueue,
        JSON.stringify({
          requestContext: { functionArn: mapping.functionName, condition: "RetryAttemptsExhausted" },
          DDBStreamBatchInfo: {
            streamArn,
            batchSize: records.length,
            startSequenceNumber: records.map(sequenceOf).at(0),
            endSequenceNumber: records.map(sequenceOf).at(-1),
          },
        }),
      );
    }
    remember(records, streamArn);
  }

  function pause(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    wakeUp = () => {
      clearTimeout(timer);
      resolve();
    };
    return promise;
  }

  /** One look: true when records were found. */
  async function look(): Promise<boolean> {
    position ??= await findPosition();
    if (position === undefined) return false;
    const { streamArn, iterator } = position;
    const page = await host.api.streams("GetRecords", { ShardIterator: iterator, Limit: READ_LIMIT });
    const records = asArray(page.Records).map(asObject);
    const wanted = records.filter((record) => passesFilters(mapping.filters, record));
    for (let start = 0; start < wanted.length; start += mapping.batchSize) {
      await deliver(wanted.slice(start, start + mapping.batchSize), streamArn);
    }
    if (stopped) return false;
    remember(records, streamArn);
    position = { ...position, iterator: asText(page.NextShardIterator) ?? iterator };
    return records.length > 0;
  }

  async function readForever(): Promise<void> {
    while (!stopped) {
      isWorking = true;
      looks += 1;
      let found = false;
      try {
        found = await look();
      } catch (error) {
        if (!stopped && !(error instanceof DynamoDbError)) host.report(`stream di ${mapping.source}: ${String(error)}`);
        position = undefined;
      }
      foundNothing = !found;
      isWorking = false;
      for (const watcher of watchers) watcher();
      isIdle = !found;
      if (isIdle && !stopped) await pause(IDLE_MS);
      isIdle = false;
    }
    for (const watcher of watchers) watcher();
  }

  /** Ends the rest between two looks; the wait before a retry goes on. */
  function wake(): void {
    if (isIdle) wakeUp();
  }

  const reading = readForever();
  return {
    hasWork: () => isWorking,
    wake,
    lookAgain: () =>
      new Promise((resolve) => {
        const goal = looks + 1;
        const watcher = (): void => {
          if (looks < goal && !stopped) return wake();
          watchers.delete(watcher);
          resolve(foundNothing);
        };
        watchers.add(watcher);
        if (stopped) watcher();
        else wake();
      }),
    stop: async () => {
      stopped = true;
      wakeUp();
      await reading;
    },
  };
}
