import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type LambdaEmulator, startLambda } from "./lambda.ts";

let lambda: LambdaEmulator;
let invoked: unknown[] = [];
let reported: string[] = [];

beforeAll(async () => {
  lambda = await startLambda();
});
beforeEach(() => {
  invoked = [];
  reported = [];
});
afterAll(() => lambda.stop());

const call = (name: string, body = "{}", type = "Event"): Promise<Response> =>
  fetch(`${lambda.endpoint}/2015-03-31/functions/${name}/invocations`, {
    method: "POST",
    headers: { "x-amz-invocation-type": type },
    body,
  });

const attach = (outcome: { ok: true; payload: null; millisecondi: number } | Error): void =>
  lambda.attach({
    invoke: async (name, event) => {
      invoked.push([name, event]);
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    hasFunction: (name) => name === "locale-job-uno",
    report: (text) => reported.push(text),
  });

it("knows no function until it is given some", async () => expect((await call("locale-job-uno")).status).toBe(404));

it("takes an event for a function and answers before it has run", async () => {
  attach({ ok: true, payload: null, millisecondi: 1 });
  expect((await call("locale-job-uno", '{"idEsecuzione":"e1"}')).status).toBe(202);
  await expect.poll(() => invoked).toEqual([["locale-job-uno", { idEsecuzione: "e1" }]]);
});

it("tells of a function that failed after it was taken", async () => {
  attach(new Error("spenta"));
  expect((await call("locale-job-uno")).status).toBe(202);
  await expect.poll(() => reported).toEqual(["locale-job-uno: Error: spenta"]);
});

it.each([
  ["of a function that is not there", "locale-job-due", "{}", "Event", 404],
  ["that is not JSON", "locale-job-uno", "{", "Event", 400],
  ["that waits for the answer, which no function of ours does", "locale-job-uno", "{}", "RequestResponse", 400],
])("refuses a call %s", async (_caso, name, body, type, status) => {
  attach({ ok: true, payload: null, millisecondi: 1 });
  expect((await call(name, body, type)).status).toBe(status);
  expect(invoked).toEqual([]);
});
