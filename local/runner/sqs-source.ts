/** Event source mapping of a queue: reads batches, invokes the function, deletes what succeeded and leaves the rest to its visibility timeout. */
import { asArray, asObject, asText } from "../assembly/json.ts";
import type { MappingSpec } from "../assembly/types.ts";
import type { StoredMessage, StoredQueue } from "../emulators/fauxqs-internals.ts";
import type { EsitoInvocazione } from "./types.ts";

/** How long a reader waits on an empty queue before looking again (real time). */
const POLL_SECONDS = 20;
const RECEIVE_LIMIT = 10;

export interface EventSource {
  /** Something that this source would handle now. */
  hasWork(): boolean;
  /** Stops reading and waits for the batches in progress. */
  stop(): Promise<void>;
}

export interface SqsSourceHost {
  region: string;
  queue: StoredQueue;
  resolveQueue(arn: string): StoredQueue | undefined;
  maxConcurrency: number;
  invoke(functionName: string, event: unknown): Promise<EsitoInvocazione>;
  report(text: string): void;
}

interface Received {
  receipt: string;
  message: StoredMessage;
}

function recordOf({ receipt, message }: Received, queue: StoredQueue, region: string): object {
  const messageAttributes: Record<string, object> = {};
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(message.messageAttributes)) {
    messageAttributes[name] = {
      dataType: DataType,
      stringValue: StringValue,
      binaryValue: BinaryValue,
      stringListValues: [],
      binaryListValues: [],
    };
  }
  return {
    messageId: message.messageId,
    receiptHandle: receipt,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.approximateReceiveCount),
      SentTimestamp: String(message.sentTimestamp),
      SenderId: "000000000000",
      ApproximateFirstReceiveTimestamp: String(message.approximateFirstReceiveTimestamp ?? message.sentTimestamp),
      ...(message.messageGroupId === undefined ? {} : { MessageGroupId: message.messageGroupId }),
    },
    messageAttributes,
    md5OfBody: message.md5OfBody,
    eventSource: "aws:sqs",
    eventSourceARN: queue.arn,
    awsRegion: region,
  };
}

/**
 * Ids of the messages to leave in the queue. As Lambda: an invocation that failed, an unknown id or an empty one fail the whole batch; without
 * ReportBatchItemFailures a normal return means that all went well.
 */
export function failedIds(ids: string[], outcome: EsitoInvocazione, reportsFailures: boolean): Set<string> {
  if (!outcome.ok) return new Set(ids);
  if (!reportsFailures) return new Set();
  const failures = asArray(asObject(outcome.payload).batchItemFailures).map((failure) => asText(asObject(failure).itemIdentifier) ?? "");
  return failures.some((id) => !ids.includes(id)) ? new Set(ids) : new Set(failures);
}

export class SqsSource implements EventSource {
  private readonly mapping: MappingSpec;
  private readonly host: SqsSourceHost;
  private readonly inProgress = new Set<Promise<void>>();
  private readonly reading: Promise<void>;
  private isStopped = false;

  constructor(mapping: MappingSpec, host: SqsSourceHost) {
    this.mapping = mapping;
    this.host = host;
    this.reading = this.readForever();
  }

  hasWork(): boolean {
    const { queue } = this.host;
    queue.processTimers();
    return queue.messages.length > 0 || this.inProgress.size > 0 || hasReadyGroups(queue);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.host.queue.cancelWaiters();
    await this.reading;
    await Promise.all(this.inProgress);
  }

  private async readForever(): Promise<void> {
    const { queue, maxConcurrency, report } = this.host;
    while (!this.isStopped) {
      if (this.inProgress.size >= maxConcurrency) {
        await Promise.race(this.inProgress);
        continue;
      }
      const batch = this.receive();
      if (batch.length === 0) {
        await queue.waitForMessages(POLL_SECONDS);
        continue;
      }
      const work: Promise<void> = this.handle(batch)
        .catch((error: unknown) => report(`${queue.name}: ${String(error)}`))
        .finally(() => this.inProgress.delete(work));
      this.inProgress.add(work);
    }
  }

  /** A window only fills batches to save invocations: here a batch takes what there is, up to its size, without waiting. */
  private receive(): Received[] {
    const { queue, resolveQueue } = this.host;
    const batch: Received[] = [];
    while (batch.length < this.mapping.batchSize) {
      const taken = queue.dequeue(Math.min(RECEIVE_LIMIT, this.mapping.batchSize - batch.length), undefined, resolveQueue);
      for (const { ReceiptHandle } of taken) {
        const entry = queue.inflightMessages.get(ReceiptHandle);
        if (entry) batch.push({ receipt: ReceiptHandle, message: entry.message });
      }
      if (taken.length === 0) break;
    }
    return batch;
  }

  private async handle(batch: Received[]): Promise<void> {
    const { queue, region, invoke, report } = this.host;
    const event = { Records: batch.map((received) => recordOf(received, queue, region)) };
    const outcome = await invoke(this.mapping.functionName, event);
    const ids = batch.map(({ message }) => message.messageId);
    const failed = failedIds(ids, outcome, this.mapping.reportBatchItemFailures);
    if (failed.size > 0) {
      const reason = outcome.ok ? "segnalati dalla funzione" : `${outcome.errorType}: ${outcome.errorMessage}`;
      report(`${queue.name}: ${failed.size} messaggi su ${batch.length} da ritentare (${reason})`);
    }
    for (const { receipt, message } of batch) if (!failed.has(message.messageId)) queue.deleteMessage(receipt);
  }
}

function hasReadyGroups(queue: StoredQueue): boolean {
  return queue.attributes.FifoQueue === "true" && queue.getAttribute("ApproximateNumberOfMessages") !== "0";
}
