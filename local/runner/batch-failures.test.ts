import { describe, expect, it } from "vitest";
import { failedIds } from "./sqs-source.ts";
import { firstFailure } from "./stream-source.ts";
import type { EsitoInvocazione } from "./types.ts";

const done = (payload: unknown): EsitoInvocazione => ({ ok: true, payload, millisecondi: 1 });
const failed: EsitoInvocazione = { ok: false, errorType: "Error", errorMessage: "x", timeout: false, millisecondi: 1 };
const report = (...ids: string[]): EsitoInvocazione => done({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

describe("partial failures of a batch from a queue", () => {
  it.each<[string, EsitoInvocazione, boolean, string[]]>([
    ["all well", report(), true, []],
    ["nothing returned", done(null), true, []],
    ["one reported", report("b"), true, ["b"]],
    ["an unknown id fails the batch", report("z"), true, ["a", "b", "c"]],
    ["an empty id fails the batch", report(""), true, ["a", "b", "c"]],
    ["an error fails the batch", failed, true, ["a", "b", "c"]],
    ["a report that the mapping does not ask for", report("b"), false, []],
  ])("%s", (_, outcome, reports, expected) => {
    expect([...failedIds(["a", "b", "c"], outcome, reports)]).toEqual(expected);
  });
});

describe("partial failures of a batch from a stream", () => {
  const records = ["1", "2", "3"].map((SequenceNumber) => ({ dynamodb: { SequenceNumber } }));
  it.each<[string, EsitoInvocazione, boolean, number | undefined]>([
    ["all well", report(), true, undefined],
    ["starts again from the lowest", report("3", "2"), true, 1],
    ["an unknown number fails the batch", report("9"), true, 0],
    ["an error fails the batch", failed, true, 0],
    ["a report that the mapping does not ask for", report("2"), false, undefined],
  ])("%s", (_, outcome, reports, expected) => {
    expect(firstFailure(records, outcome, reports)).toBe(expected);
  });
});
