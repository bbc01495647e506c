/** Queues and buckets in process, kept in the state folder: what was acknowledged is found again after a `kill -9`. */
import type { Place } from "../assembly/attributes.ts";
import { queueUrl } from "../assembly/attributes.ts";
import type { QueueSpec } from "../assembly/types.ts";
import { type BucketStore, loadFauxqs, type Persistence, type QueueStore, type StoredQueue } from "./fauxqs-internals.ts";

export interface FauxqsEmulator {
  endpoint: string;
  port: number;
  queue(name: string): StoredQueue | undefined;
  queueByArn(arn: string): StoredQueue | undefined;
  queues(): StoredQueue[];
  send(queueName: string, body: string): Promise<void>;
  ensure(place: Place, queues: QueueSpec[], buckets: string[]): void;
  clear(): void;
  stop(): Promise<void>;
}

const OBJECT_LIMIT = 512 * 1_048_576;

/**
 * After a crash nobody is working any more on the messages that were in flight: they become visible at once, except those that a function
 * hid for longer than the queue's own visibility, which are waiting for a later attempt.
 */
function releaseInterrupted(store: QueueStore): void {
  for (const queue of store.allQueues()) {
    const limit = Date.now() + Number(queue.attributes.VisibilityTimeout ?? 30) * 1_000;
    for (const [receipt, { visibilityDeadline }] of [...queue.inflightMessages]) {
      if (visibilityDeadline <= limit) queue.changeVisibility(receipt, 0);
    }
  }
}

function ensureQueues(store: QueueStore, place: Place, queues: QueueSpec[]): void {
  for (const { name, attributes } of queues) {
    const existing = store.getQueueByName(name);
    if (existing) existing.setAttributes(attributes);
    else store.createQueue(name, queueUrl(place, name), `arn:aws:sqs:${place.region}:${place.accountId}:${name}`, attributes);
  }
}

function ensureBuckets(store: BucketStore, buckets: string[]): void {
  for (const bucket of buckets) if (!store.hasBucket(bucket)) store.createBucket(bucket);
}

/** Opens the database of `stateDir` and listens on a loopback port. */
export async function startFauxqs(stateDir: string, region: string): Promise<FauxqsEmulator> {
  const { SqsStore, SnsStore, S3Store, PersistenceManager, buildApp } = await loadFauxqs();
  const [sqsStore, snsStore, s3Store] = [new SqsStore(), new SnsStore(), new S3Store()];
  const persistence: Persistence = new PersistenceManager(stateDir);
  // A process that is killed loses nothing at this level; only a power cut could, and this is a development machine.
  persistence.db.exec("PRAGMA synchronous = NORMAL");
  persistence.load(sqsStore, snsStore, s3Store);
  sqsStore.persistence = persistence;
  snsStore.persistence = persistence;
  s3Store.persistence = persistence;
  for (const queue of sqsStore.allQueues()) queue.persistence = persistence;
  releaseInterrupted(sqsStore);
  const app = buildApp({ logger: false, host: "127.0.0.1", defaultRegion: region, stores: { sqsStore, snsStore, s3Store } });
  // The emulator's own parser stops at 11 MB; S3 takes files of any size in one PUT, and a bulk file travels so.
  app.addContentTypeParser(
    /^(?:text|application)\/[\w.+-]+(?:;.*)?$/,
    { parseAs: "buffer", bodyLimit: OBJECT_LIMIT },
    (_request, body, done) => done(null, body),
  );
  const endpoint = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    endpoint,
    port: Number(new URL(endpoint).port),
    queue: (name) => sqsStore.getQueueByName(name),
    queueByArn: (arn) => sqsStore.getQueueByArn(arn),
    queues: () => [...sqsStore.allQueues()],
    send: async (queueName, body) => {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: { "x-amz-target": "AmazonSQS.SendMessage", "content-type": "application/x-amz-json-1.0" },
        body: JSON.stringify({ QueueUrl: `${endpoint}/000000000000/${queueName}`, MessageBody: body }),
      });
      if (!response.ok) throw new Error(`coda ${queueName}: ${await response.text()}`);
    },
    ensure: (place, queues, buckets) => {
      ensureQueues(sqsStore, place, queues);
      ensureBuckets(s3Store, buckets);
    },
    clear: () => {
      sqsStore.clearMessages();
      s3Store.clearObjects();
      persistence.clearMessagesAndObjects();
    },
    stop: async () => {
      await app.close();
      persistence.close();
    },
  };
}
