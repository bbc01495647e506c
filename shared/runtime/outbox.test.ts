import type { DynamoDBStreamEvent } from "aws-lambda";
import { beforeAll, expect, it } from "vitest";
import { consumatoreOutbox } from "../contracts/queues.ts";
import type { DaAccodare, deliverOutbox as Deliver } from "./outbox.ts";

let deliverOutbox: typeof Deliver;

beforeAll(async () => {
  Object.assign(process.env, { FIORINO_STAGE: "prova", POWERTOOLS_METRICS_DISABLED: "true" });
  ({ deliverOutbox } = await import("./outbox.ts"));
});

const record = (n: number, coda: string, corpo: object, gruppo?: string) => ({
  dynamodb: {
    SequenceNumber: String(n),
    NewImage: { coda: { S: coda }, corpo: { S: JSON.stringify(corpo) }, ...(gruppo !== undefined && { gruppo: { S: gruppo } }) },
  },
});

const run = (records: readonly object[], rifiutati: readonly string[] = []) => {
  const mandati: (DaAccodare & { coda: string })[] = [];
  const coda = (nome: string) => ({
    sendMany: async (messaggi: readonly DaAccodare[]) => {
      mandati.push(...messaggi.map(({ corpo, gruppo }) => ({ coda: nome, corpo, ...(gruppo !== undefined && { gruppo }) })));
      return messaggi.flatMap(({ corpo }, i) => (rifiutati.some((testo) => corpo.includes(testo)) ? [i] : []));
    },
  });
  const code = {
    ...{ notifiche: coda("notifiche"), flussi: coda("flussi"), riconciliazioni: coda("riconciliazioni"), tracciati: coda("tracciati") },
    ...{ cambi: coda("cambi"), gpd: coda("gpd"), rpt: coda("rpt"), importazioni: coda("importazioni"), esportazioni: coda("esportazioni") },
    ...{
      tesoreria: coda("tesoreria"),
      riscontri: coda("riscontri"),
      abbonamenti: coda("abbonamenti"),
      comunicazioni: coda("comunicazioni"),
    },
  };
  const evento: DynamoDBStreamEvent = JSON.parse(JSON.stringify({ Records: records }));
  return deliverOutbox(code)(evento).then((esito) => ({ esito, mandati }));
};

it("sends each message to its queue with the one on whose behalf it is, so that the queue is fair between them", async () => {
  const { esito, mandati } = await run([record(1, "notifiche", { a: 1 }, "01234567897"), record(2, "gpd", { b: 2 })]);
  expect(esito).toEqual({ batchItemFailures: [] });
  expect(mandati).toEqual([
    { coda: "notifiche", corpo: '{"a":1}', gruppo: "01234567897" },
    { coda: "gpd", corpo: '{"b":2}' },
  ]);
});

it("sends to every queue that a transaction may write for", async () => {
  const capaci = consumatoreOutbox.capacita.flatMap((nome) => /^coda:(\w+):send$/.exec(nome)?.[1] ?? []);
  const { mandati } = await run(capaci.map((nome, i) => record(i, nome, { i })));
  expect(mandati.map(({ coda }) => coda).sort()).toEqual([...capaci].sort());
  expect(capaci).toContain("tesoreria");
});

it("has the stream give again everything from the first message not taken", async () => {
  const { esito } = await run(
    [record(1, "flussi", { a: 1 }), record(2, "gpd", { b: 2 }), record(3, "flussi", { c: 3 })],
    ['"b":2', '"c":3'],
  );
  expect(esito).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
});

it("passes over what is not a message", async () => {
  const { mandati } = await run([{ dynamodb: { NewImage: { pk: { S: "OUT#1" } } } }, {}]);
  expect(mandati).toEqual([]);
});

it("sends the evidence of the money to who recomputes, on behalf of its creditor, at the place of its first record", async () => {
  const riscossione = (n: number) => ({
    eventName: "INSERT",
    dynamodb: { SequenceNumber: String(n), Keys: { pk: { S: `POS#01234567897#${n}` }, sk: { S: `RISCOSSIONE#iur-${n}#1` } } },
  });
  const records = [record(1, "gpd", { a: 1 }), riscossione(2), riscossione(3)];
  const { mandati } = await run(records);
  const corpo = { idDominio: "01234567897", flussi: [], iuv: ["2", "3"], iur: ["iur-2", "iur-3"], movimenti: [] };
  expect(mandati).toContainEqual({ coda: "riscontri", corpo: JSON.stringify(corpo), gruppo: "01234567897" });
  expect((await run(records, ["iur-2"])).esito).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
});
