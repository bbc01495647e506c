/**
 * Event source mapping of a table's stream: reads in order, filters, invokes, and remembers how far it got only after the function answered,
 * so that a crash repeats a batch and never skips one.
 */
import { asArray, asObject, asText } from "../assembly/json.ts";
import type { JsonObject, MappingSpec } from "../assembly/types.ts";
import { type DynamoDbApi, DynamoDbError } from "../emulators/dynamodb-api.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { passesFilters } from "./event-filter.ts";
import type { EventSource } from "./sqs-source.ts";
import { StreamReader, sequenceOf } from "./stream-reader.ts";
import type { EsitoInvocazione } from "./types.ts";

const IDLE_MS = 200;
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

/** Where the function says that it stopped: the lowest failed sequence number, or the start when it failed altogether. */
export function firstFailure(records: JsonObject[], outcome: EsitoInvocazione, reportsFailures: boolean): number | undefined {
  if (!outcome.ok) return 0;
  if (!reportsFailures) return undefined;
  const failed = asArray(asObject(outcome.payload).batchItemFailures).map((item) => asText(asObject(item).itemIdentifier) ?? "");
  if (failed.length === 0) return undefined;
  const positions = failed.map((id) => records.findIndex((record) => sequenceOf(record) === id));
  return positions.includes(-1) ? 0 : Math.min(...positions);
}

function eventOf(records: JsonObject[], streamArn: string, region: string): object {
  const ApproximateCreationDateTime = Math.floor(Date.now() / 1_000);
  const Records = records.map((record) => ({
    ...record,
    awsRegion: region,
    eventSourceARN: streamArn,
    dynamodb: { ...asObject(record.dynamodb), ApproximateCreationDateTime },
  }));
  return { Records };
}

export class StreamSource implements EventSource {
  private readonly mapping: MappingSpec;
  private readonly host: StreamSourceHost;
  private readonly reader: StreamReader;
  private readonly reading: Promise<void>;
  private readonly watchers = new Set<() => void>();
  private isStopped = false;
  private isWorking = false;
  private isIdle = false;
  private endPause: () => void = () => {};
  private looks = 0;
  private foundNothing = false;

  constructor(mapping: MappingSpec, host: StreamSourceHost) {
    this.mapping = mapping;
    this.host = host;
    this.reader = new StreamReader(host.api, host.checkpoints, mapping.id, mapping.source);
    this.reading = this.readForever();
  }

  hasWork(): boolean {
    return this.isWorking;
  }

  /** Ends the rest between two looks; the wait before a retry goes on. */
  wake(): void {
    if (this.isIdle) this.endPause();
  }

  /** Resolves after a whole look at the stream that began after the call; true when it found nothing. */
  lookAgain(): Promise<boolean> {
    const goal = this.looks + 1;
    return new Promise((resolve) => {
      const watcher = (): void => {
        if (this.looks < goal && !this.isStopped) {
          this.wake();
          return;
        }
        this.watchers.delete(watcher);
        resolve(this.foundNothing);
      };
      this.watchers.add(watcher);
      if (this.isStopped) watcher();
      else this.wake();
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.endPause();
    await this.reading;
  }

  private async readForever(): Promise<void> {
    while (!this.isStopped) {
      this.isWorking = true;
      this.looks += 1;
      this.foundNothing = !(await this.look());
      this.isWorking = false;
      this.isIdle = this.foundNothing;
      for (const watcher of this.watchers) watcher();
      // Records gather for as long as the mapping says; who is still waiting for a look does not wait for them.
      const isAwaited = this.watchers.size > 0;
      if (this.isIdle && !isAwaited && !this.isStopped) await this.pause(Math.max(IDLE_MS, this.mapping.windowSeconds * 1_000));
      this.isIdle = false;
    }
    for (const watcher of this.watchers) watcher();
  }

  /** One look: true when records were found. A table that is being made anew gives errors for a moment: they are not news. */
  private async look(): Promise<boolean> {
    try {
      const page = await this.reader.read();
      const wanted = page.records.filter((record) => passesFilters(this.mapping.filters, record));
      for (let start = 0; start < wanted.length && !this.isStopped; start += this.mapping.batchSize) {
        await this.deliver(wanted.slice(start, start + this.mapping.batchSize), page.streamArn);
      }
      if (!this.isStopped) this.reader.advance(page);
      return page.records.length > 0;
    } catch (error) {
      if (!this.isStopped && !(error instanceof DynamoDbError)) this.host.report(`stream di ${this.mapping.source}: ${String(error)}`);
      this.reader.forget();
      return false;
    }
  }

  /** Handles the records in order; failures are repeated from where they began, halved when the mapping says so, and parked after the last attempt. */
  private async deliver(records: JsonObject[], streamArn: string, attempt = 0): Promise<void> {
    if (records.length === 0 || this.isStopped) return;
    const { functionName, maxRetries, bisectOnError, reportBatchItemFailures } = this.mapping;
    const outcome = await this.host.invoke(functionName, eventOf(records, streamArn, this.host.region));
    const failure = firstFailure(records, outcome, reportBatchItemFailures) ?? records.length;
    if (failure > 0) this.reader.remember(streamArn, records[failure - 1]);
    const rest = records.slice(failure);
    if (rest.length === 0) return;
    const reason = outcome.ok ? "segnalati dalla funzione" : `${outcome.errorType}: ${outcome.errorMessage}`;
    this.host.report(`stream di ${this.mapping.source}: ${rest.length} record da ritentare (${reason})`);
    if (maxRetries >= 0 && attempt >= maxRetries) {
      await this.park(rest, streamArn);
      return;
    }
    await this.pause(Math.min(FIRST_RETRY_MS * 2 ** attempt, LAST_RETRY_MS));
    const next = failure > 0 ? 0 : attempt + 1;
    const half = bisectOnError && !outcome.ok ? Math.ceil(rest.length / 2) : rest.length;
    await this.deliver(rest.slice(0, half), streamArn, next);
    await this.deliver(rest.slice(half), streamArn, next);
  }

  private async park(records: JsonObject[], streamArn: string): Promise<void> {
    const { functionName, onFailureQueue } = this.mapping;
    if (onFailureQueue !== undefined) {
      const DDBStreamBatchInfo = {
        streamArn,
        batchSize: records.length,
        startSequenceNumber: sequenceOf(records.at(0)),
        endSequenceNumber: sequenceOf(records.at(-1)),
      };
      const requestContext = { functionArn: functionName, condition: "RetryAttemptsExhausted" };
      await this.host.send(onFailureQueue, JSON.stringify({ requestContext, DDBStreamBatchInfo }));
    }
    this.reader.remember(streamArn, records.at(-1));
  }

  private pause(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.endPause = () => {
      clearTimeout(timer);
      resolve();
    };
    return promise;
  }
}
