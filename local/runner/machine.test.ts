import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asArray, asObject } from "../assembly/json.ts";
import { createDynamoDbApi } from "../emulators/dynamodb-api.ts";
import { writeFixtureAssembly } from "../fixtures/assembly.ts";
import { listen } from "./http-server.ts";
import { type Machine, startMachine } from "./machine.ts";

const DAY_MS = 86_400_000;
const DRAIN_MS = 60_000;
const dir = mkdtempSync(join(tmpdir(), "macchina-"));
let machine: Machine;

beforeAll(async () => {
  machine = await startMachine({
    stateDir: join(dir, "stato"),
    port: 0,
    assembly: async () => writeFixtureAssembly(join(dir, "assembly")),
    rewrite: (path) => path.replace(/^\/vecchio\//, "/prova/"),
    createSandbox: async () => ({
      handle: async (req, res) => {
        if (req.url !== "/sandbox/saluto") return false;
        res.end("ciao");
        return true;
      },
    }),
  });
});
afterAll(async () => {
  await machine.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function call(
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
  contentType = "text/plain",
): Promise<{ status: number; headers: Headers; text: string }> {
  const post = body === undefined ? {} : { method: "POST", body, headers: { "content-type": contentType } };
  const response = await fetch(machine.baseUrl + path, post);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function find(pk: string): Promise<ReturnType<typeof asObject>[]> {
  const api = createDynamoDbApi(machine.ambiente.endpoints.dynamodb);
  const found = await api.tables("Query", {
    TableName: "prova-dati",
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: pk } },
  });
  return asArray(found.Items).map(asObject);
}

describe("requests", () => {
  it("reach the function as payload 2.0 with path, query, headers and cookies apart", async () => {
    const response = await fetch(`${machine.baseUrl}/prova/v1/eco/x%20y?a=1&a=2`, { headers: { "X-Prova": "sì", cookie: "q=1; w=2" } });
    const { event, functionName, ambiente } = asObject(await response.json());
    expect(functionName).toBe("prova-http");
    expect(event).toMatchObject({
      version: "2.0",
      rawPath: "/prova/v1/eco/x%20y",
      rawQueryString: "a=1&a=2",
      queryStringParameters: { a: "1,2" },
      pathParameters: { resto: "x y" },
      cookies: ["q=1", "w=2"],
      headers: { "x-prova": "sì" },
      requestContext: { http: { method: "GET", sourceIp: "127.0.0.1" }, stage: "$default" },
    });
    expect(asObject(asObject(event).headers)).not.toHaveProperty("cookie");
    expect(ambiente).toMatchObject({ TABELLA: "prova-dati", BASE: machine.baseUrl, AWS_REGION: "eu-south-1" });
    expect(Object.keys(asObject(ambiente)).filter((name) => !name.startsWith("AWS_"))).toEqual(
      expect.arrayContaining(["BASE", "CODA", "TABELLA"]),
    );
    expect(ambiente).not.toHaveProperty("PATH");
  });

  it("get binary bodies, cookies and headers back", async () => {
    const response = await fetch(`${machine.baseUrl}/prova/v1/binario`);
    expect([response.status, response.headers.get("content-type"), response.headers.getSetCookie()]).toEqual([
      201,
      "application/pdf",
      ["a=1", "b=2"],
    ]);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 1, 255]);
  });

  it.each([
    ["an answer without statusCode is a 200", "/prova/v1/nudo", 200, '{"ciao":"mondo"}'],
    ["an exception is a 500 without details", "/prova/v1/errore", 500, '{"message":"Internal Server Error"}'],
    ["an unknown path is a 404", "/niente", 404, '{"message":"Not Found"}'],
    ["an old address is rewritten", "/vecchio/v1/nudo", 200, '{"ciao":"mondo"}'],
    ["the sandbox answers beside the APIs", "/sandbox/saluto", 200, "ciao"],
    ["a function that waits too long is stopped", "/breve/v1/lento", 500, '{"message":"Internal Server Error"}'],
    ["a function that never yields is stopped", "/breve/v1/bloccato", 500, '{"message":"Internal Server Error"}'],
  ])("%s", async (_, path, status, text) => {
    expect(await call(path)).toMatchObject({ status, text });
  });

  it("above 10 MB are refused with 413", async () => {
    expect((await call("/prova/v1/scrivi", new Uint8Array(10_485_761))).status).toBe(413);
  });

  it("above what a function can receive are refused with 413", async () => {
    expect((await call("/prova/v1/scrivi", new Uint8Array(5_000_000), "application/pdf")).status).toBe(413);
  });

  it("leave the output of the functions in their log, not on the terminal", async () => {
    await call("/prova/v1/errore");
    expect((await machine.ambiente.logs("http")).join("\n")).toContain("difetto");
  });
});

describe("event sources", () => {
  it("deliver new items of the stream that pass the filter, through the queue, to their consumer", async () => {
    await call("/prova/v1/scrivi", "OUT#uno");
    await call("/prova/v1/scrivi", "POS#uno");
    await machine.ambiente.drain(DRAIN_MS);
    expect(await find("CONSUMATO#OUT#uno")).toHaveLength(1);
    expect(await find("CONSUMATO#POS#uno")).toHaveLength(0);
  });

  it("retry only the failed messages of a batch and then leave them to the dead letters", async () => {
    for (const body of ["buono-1", "veleno-1", "buono-2"]) await call("/prova/v1/accoda", body);
    await machine.ambiente.drain(DRAIN_MS);
    for (let attempt = 0; attempt < 3; attempt += 1) await machine.ambiente.clock.advance(31_000);
    const count = async (name: string): Promise<number> => {
      const response = await fetch(`${machine.ambiente.endpoints.sqs}/_fauxqs/queues/${name}`);
      const { ready, delayed, inflight } = asObject(asObject(await response.json()).messages);
      return [ready, delayed, inflight].flatMap((list) => asArray(list)).length;
    };
    expect(await count("prova-coda")).toBe(0);
    expect(await count("prova-scarti")).toBe(1);
    expect(await find("CONSUMATO#buono-1")).toMatchObject([{ tentativo: { N: "1" } }]);
    expect(await find("CONSUMATO#buono-2")).toMatchObject([{ tentativo: { N: "1" } }]);
    expect(await find("CONSUMATO#veleno-1")).toHaveLength(0);
  });
});

describe("the clock", () => {
  it("runs a daily schedule once per day of the jump, at its time, and a frequent one once", async () => {
    const done = await machine.ambiente.clock.advance(3 * DAY_MS);
    const daily = done.filter(({ name }) => name === "giornaliera");
    expect(daily).toHaveLength(3);
    const romeTime = new Intl.DateTimeFormat("it-IT", { timeZone: "Europe/Rome", hour: "2-digit", minute: "2-digit" });
    expect(new Set(daily.map(({ istante }) => romeTime.format(new Date(istante))))).toEqual(new Set(["06:30"]));
    expect(done.filter(({ name }) => name === "frequente")).toHaveLength(1);
    const items = await find("JOB#giornaliera");
    expect(items.map(({ previsto }) => asObject(previsto).S)).toEqual(daily.map(({ istante }) => `${istante.slice(0, 17)}00Z`));
  });

  it("is the same for functions and runner", async () => {
    const { text } = await call("/prova/v1/adesso");
    expect(Math.abs(Date.parse(text) - machine.ambiente.clock.now())).toBeLessThan(60_000);
    expect(machine.ambiente.clock.offset()).toBeGreaterThan(3 * DAY_MS - 60_000);
  });

  it("refuses to go back", async () => {
    await expect(machine.ambiente.clock.advance(-1)).rejects.toThrow("L'orologio può solo andare avanti");
  });

  it("runs a schedule on request and names those that exist when it does not", async () => {
    expect(await machine.ambiente.runSchedule("frequente")).toMatchObject({ name: "frequente", esito: { ok: true } });
    await expect(machine.ambiente.runSchedule("assente")).rejects.toThrow(/"assente".*giornaliera, frequente/);
  });
});

describe("the tap", () => {
  it("records what each function asks of the emulators", async () => {
    machine.recorder.record(true);
    await call("/prova/v1/transazione", "t1");
    await call("/prova/v1/accoda", "registrato");
    machine.recorder.record(false);
    await call("/prova/v1/leggi/t1");
    expect([...machine.recorder.permissionsOf("prova-http")].sort()).toEqual([
      "dynamodb:PutItem table/prova-dati",
      "sqs:SendMessage prova-coda",
    ]);
    expect(machine.recorder.actionsOf("prova-http")).toEqual(new Set(["dynamodb:PutItem", "sqs:SendMessage"]));
  });

  it("gives throttling that the SDK overcomes by itself", async () => {
    machine.ambiente.injectFault({ service: "dynamodb", operation: "PutItem", error: "throttling" });
    expect((await call("/prova/v1/scrivi", "strozzato")).status).toBe(201);
    expect(machine.recorder.faults.pending()).toBe(0);
  });

  it("gives conflicts of transactions as DynamoDB words them", async () => {
    machine.ambiente.injectFault({ service: "dynamodb", functionName: "http", error: "transactionConflict", times: 9 });
    expect((await call("/prova/v1/transazione", "conflitto")).status).toBe(500);
    expect((await machine.ambiente.logs("http", 60)).join("\n")).toMatch(/TransactionConflict/);
    machine.ambiente.clearFaults();
    expect(await find("conflitto")).toHaveLength(0);
  });

  it("loses the answer of a call that took effect", async () => {
    machine.ambiente.injectFault({ service: "dynamodb", operation: "PutItem", error: "timeout" });
    expect((await call("/prova/v1/scrivi", "perso")).status).toBe(201);
    expect(await find("perso")).toHaveLength(1);
  });
});

describe("the whole machine", () => {
  it("says in one line which port is taken", async () => {
    const server = createServer();
    const port = await listen(server, 0, "127.0.0.1");
    const attempt = startMachine({ stateDir: join(dir, "altro"), port, assembly: async () => join(dir, "assembly") });
    await expect(attempt).rejects.toThrow(`La porta ${port} è già occupata`);
    server.close();
  });

  it("takes up a new assembly without losing data", async () => {
    await call("/prova/v1/scrivi", "prima");
    await machine.reload(writeFixtureAssembly(join(dir, "assembly-2")));
    expect((await call("/prova/v1/leggi/prima")).status).toBe(200);
  });

  it("is empty and back in real time after a reset", async () => {
    await call("/prova/v1/scrivi", "OUT#vecchio");
    await machine.ambiente.reset();
    await machine.ambiente.drain(DRAIN_MS);
    expect(machine.ambiente.clock.offset()).toBe(0);
    expect(await find("OUT#vecchio")).toHaveLength(0);
    await call("/prova/v1/scrivi", "OUT#nuovo");
    await machine.ambiente.drain(DRAIN_MS);
    expect(await find("CONSUMATO#OUT#nuovo")).toHaveLength(1);
  });
});
