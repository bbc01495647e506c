/**
 * Access to fauxqs' own stores, which its package does not export: with them the emulator listens on loopback only, queues are read without
 * a network call, and the persistence defect of `ChangeMessageVisibility(0)` is repaired.
 */
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

export interface StoredMessage {
  messageId: string;
  body: string;
  md5OfBody: string;
  messageAttributes: Record<string, { DataType: string; StringValue?: string; BinaryValue?: string }>;
  sentTimestamp: number;
  approximateReceiveCount: number;
  approximateFirstReceiveTimestamp?: number;
  messageGroupId?: string;
  delayUntil?: number;
}

export interface StoredQueue {
  name: string;
  arn: string;
  attributes: Record<string, string>;
  messages: StoredMessage[];
  delayedMessages: StoredMessage[];
  inflightMessages: Map<string, { message: StoredMessage; visibilityDeadline: number }>;
  getAttribute(name: string): string | undefined;
  setAttributes(attributes: Record<string, string>): void;
  dequeue(count: number, visibility: number | undefined, resolver: (arn: string) => StoredQueue | undefined): { ReceiptHandle: string }[];
  deleteMessage(receiptHandle: string): boolean;
  changeVisibility(receiptHandle: string, seconds: number): void;
  waitForMessages(seconds: number): Promise<void>;
  processTimers(): void;
  cancelWaiters(): void;
  persistence?: Persistence;
}

export interface QueueStore {
  host: string;
  persistence?: Persistence;
  allQueues(): Iterable<StoredQueue>;
  getQueueByName(name: string): StoredQueue | undefined;
  getQueueByArn(arn: string): StoredQueue | undefined;
  createQueue(name: string, url: string, arn: string, attributes: Record<string, string>): StoredQueue;
  clearMessages(): void;
}

export interface BucketStore {
  persistence?: Persistence;
  hasBucket(name: string): boolean;
  createBucket(name: string): void;
  clearObjects(): void;
}

export interface Persistence {
  load(sqs: QueueStore, sns: object, s3: BucketStore): void;
  clearMessagesAndObjects(): void;
  close(): void;
  db: { exec(sql: string): void; prepare(sql: string): { run(...values: (string | number | null)[]): unknown } };
  updateMessageReady(messageId: string): void;
}

type Parser = (request: unknown, body: Buffer, done: (error: Error | null, body?: Buffer) => void) => void;

export interface FauxqsApp {
  addContentTypeParser(types: RegExp, options: { parseAs: "buffer"; bodyLimit: number }, parser: Parser): void;
  listen(options: { port: number; host: string }): Promise<string>;
  close(): Promise<void>;
}

export interface FauxqsInternals {
  SqsStore: new () => QueueStore;
  SnsStore: new () => { persistence?: Persistence };
  S3Store: new () => BucketStore;
  PersistenceManager: new (dataDir: string) => Persistence;
  buildApp(options: object): FauxqsApp;
}

function isInternals(value: object): value is FauxqsInternals {
  return ["SqsStore", "SnsStore", "S3Store", "PersistenceManager", "buildApp"].every(
    (name) => typeof Reflect.get(value, name) === "function",
  );
}

/**
 * Loads the stores and repairs the persistence: in 2.4.1 a message made visible again writes NULL into a NOT NULL column, fails, and is lost
 * until the next start. The repaired update clears only the receipt handle and the deadline.
 */
export async function loadFauxqs(): Promise<FauxqsInternals> {
  const manifest = findPackageJSON("fauxqs", import.meta.url);
  if (manifest === undefined) throw new Error("fauxqs non è installato: eseguire npm ci");
  const root = join(dirname(manifest), "dist");
  const files = ["app.js", "sqs/sqsStore.js", "sns/snsStore.js", "s3/s3Store.js", "persistence.js"];
  const modules: unknown[] = await Promise.all(files.map((file) => import(pathToFileURL(join(root, file)).href)));
  const all: object = Object.assign({}, ...modules);
  if (!isInternals(all)) throw new Error("fauxqs: la versione installata non ha i moduli interni attesi (serve la 2.4.1)");
  all.PersistenceManager.prototype.updateMessageReady = function updateMessageReady(this: Persistence, messageId: string): void {
    this.db.prepare("UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?").run(messageId);
  };
  return all;
}
