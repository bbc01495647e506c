import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Place } from "../assembly/attributes.ts";
import { type FauxqsEmulator, startFauxqs } from "./fauxqs.ts";
import type { StoredQueue } from "./fauxqs-internals.ts";

const dir = mkdtempSync(join(tmpdir(), "code-"));
let emulator: FauxqsEmulator | undefined;

async function start(): Promise<{ queues: FauxqsEmulator; queue: StoredQueue }> {
  emulator = await startFauxqs(dir, "eu-south-1");
  const place: Place = { region: "eu-south-1", accountId: "000000000000", queueEndpoint: emulator.endpoint, baseUrl: "" };
  emulator.ensure(place, [{ name: "coda", attributes: { VisibilityTimeout: "60" } }], ["secchio-di-prova"]);
  const queue = emulator.queue("coda");
  if (queue === undefined) throw new Error("la coda non c'è");
  return { queues: emulator, queue };
}

const receive = (queue: StoredQueue): string[] => queue.dequeue(10, undefined, () => undefined).map(({ ReceiptHandle }) => ReceiptHandle);

afterEach(async () => {
  await emulator?.stop();
  emulator = undefined;
});

describe("queues with persistence", () => {
  it("give a message back when its visibility is set to zero, counting the attempts", async () => {
    const { queues, queue } = await start();
    await queues.send("coda", "uno");
    const [receipt = ""] = receive(queue);
    queue.changeVisibility(receipt, 0);
    const [again = ""] = receive(queue);
    expect(queue.inflightMessages.get(again)?.message).toMatchObject({ body: "uno", approximateReceiveCount: 2 });
    queue.changeVisibility(again, 3_600);
  });

  it("after an interruption give back what was being handled, and keep hidden what a function had put off", async () => {
    const first = await start();
    await first.queues.send("coda", "interrotto");
    receive(first.queue);
    await first.queues.stop();
    emulator = undefined;

    const { queue } = await start();
    const found = receive(queue).map((receipt) => queue.inflightMessages.get(receipt)?.message.body);
    expect(found).toEqual(["interrotto"]);
    expect(queue.inflightMessages.size).toBe(2);
    for (const receipt of [...queue.inflightMessages.keys()]) queue.deleteMessage(receipt);
  });

  it("answer on loopback only", async () => {
    const { queues } = await start();
    expect(queues.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    rmSync(dir, { recursive: true, force: true });
  });
});
