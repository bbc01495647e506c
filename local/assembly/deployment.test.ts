import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeFixtureAssembly } from "../fixtures/assembly.ts";
import type { Place } from "./attributes.ts";
import { readDeployment } from "./deployment.ts";
import { Resolver } from "./intrinsics.ts";
import { readAssembly } from "./read-assembly.ts";
import type { Deployment, Json, Stack } from "./types.ts";

const place: Place = {
  region: "eu-south-1",
  accountId: "000000000000",
  queueEndpoint: "http://127.0.0.1:1",
  baseUrl: "http://127.0.0.1:2",
};

describe("a deployment read from its templates", () => {
  const dir = mkdtempSync(join(tmpdir(), "assembly-"));
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = readDeployment(await readAssembly(writeFixtureAssembly(dir)), place, { UrlPubblico: place.baseUrl });
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it("gives each function the values exported by other stacks and the overridden parameters", () => {
    const http = deployment.functions.find(({ name }) => name === "prova-http");
    expect(http?.environment).toEqual({
      TABELLA: "prova-dati",
      CODA: "http://127.0.0.1:1/000000000000/prova-coda",
      BASE: "http://127.0.0.1:2",
    });
    expect(http).toMatchObject({ handler: "http.handler", memorySize: 256, timeoutSeconds: 20 });
    expect(http?.codeDir).toMatch(/fixtures\/functions$/);
  });

  it("leaves out the resources whose condition does not hold", () => {
    expect(deployment.queues.map(({ name }) => name)).toEqual(["prova-scarti", "prova-coda"]);
  });

  it("writes the redrive policy as the queue service wants it", () => {
    const policy = deployment.queues.find(({ name }) => name === "prova-coda")?.attributes.RedrivePolicy;
    expect(JSON.parse(policy ?? "")).toEqual({
      deadLetterTargetArn: "arn:aws:sqs:eu-south-1:000000000000:prova-scarti",
      maxReceiveCount: 2,
    });
  });

  it("finds table, stream, time to live and bucket", () => {
    const [table] = deployment.tables;
    expect(table).toMatchObject({
      name: "prova-dati",
      ttlAttribute: "scade",
      definition: { StreamSpecification: { StreamEnabled: true } },
    });
    expect(deployment.buckets).toEqual(["prova-documenti-000000000000"]);
  });

  it("reads the routes of the OpenAPI body with the functions behind them", () => {
    expect(deployment.routes).toContainEqual({
      method: "GET",
      path: "/breve/v1/{azione}",
      functionName: "prova-breve",
      apiId: "Api",
      timeoutMs: 30_000,
    });
    expect(deployment.routes.filter(({ method }) => method === "ANY")).toHaveLength(1);
  });

  it("reads event sources and schedules", () => {
    expect(deployment.mappings.map(({ kind, source, functionName }) => [kind, source, functionName])).toEqual([
      ["sqs", "prova-coda", "prova-consumer"],
      ["stream", "prova-dati", "prova-outbox"],
    ]);
    expect(deployment.schedules[0]).toMatchObject({
      name: "prova-giornaliera",
      timezone: "Europe/Rome",
      target: { kind: "function", name: "prova-job" },
    });
  });
});

describe("CloudFormation expressions", () => {
  const stack: Stack = {
    name: "Stack",
    parameters: { Nome: { Type: "String", Default: "x" }, Lista: { Type: "CommaDelimitedList", Default: "a,b" } },
    conditions: {
      Si: { "Fn::Equals": [{ Ref: "Nome" }, "x"] },
      No: { "Fn::And": [{ Condition: "Si" }, { "Fn::Not": [{ Condition: "Si" }] }] },
    },
    mappings: { Mappa: { eu: { chiave: "valore" } } },
    resources: { Coda: { Type: "AWS::SQS::Queue", Properties: {} } },
    outputs: {},
    assets: {},
  };
  const resolver = new Resolver([stack], place);

  it.each<[string, Json, Json]>([
    ["Ref to a parameter", { Ref: "Nome" }, "x"],
    ["Ref to a list parameter", { Ref: "Lista" }, ["a", "b"]],
    ["Ref to a queue without a name", { Ref: "Coda" }, "http://127.0.0.1:1/000000000000/Stack-Coda"],
    ["Fn::GetAtt as text", { "Fn::GetAtt": "Coda.Arn" }, "arn:aws:sqs:eu-south-1:000000000000:Stack-Coda"],
    ["Fn::Join over a split", { "Fn::Join": ["/", { "Fn::Split": ["-", "a-b-c"] }] }, "a/b/c"],
    ["Fn::Select", { "Fn::Select": ["1", { Ref: "Lista" }] }, "b"],
    [
      "Fn::Sub with variables, attributes and an escape",
      { "Fn::Sub": ["${v}-${Coda.QueueName}-${!v}", { v: { Ref: "Nome" } }] },
      "x-Stack-Coda-${v}",
    ],
    ["Fn::If on a true condition", { "Fn::If": ["Si", 1, 2] }, 1],
    ["Fn::If on a false condition", { "Fn::If": ["No", 1, 2] }, 2],
    ["AWS::NoValue removes the property", { a: { Ref: "AWS::NoValue" }, b: 1 }, { b: 1 }],
    ["Fn::FindInMap", { "Fn::FindInMap": ["Mappa", "eu", "chiave"] }, "valore"],
  ])("%s", (_, expression, expected) => {
    expect(resolver.resolve(stack, expression)).toEqual(expected);
  });

  it.each<[string, Json, RegExp]>([
    ["a Ref to nothing", { Ref: "Assente" }, /"Assente"/],
    ["an unknown function", { "Fn::Transform": {} }, /Fn::Transform/],
    ["an export that nobody makes", { "Fn::ImportValue": "mancante" }, /"mancante"/],
  ])("refuses %s by name", (_, expression, message) => {
    expect(() => resolver.resolve(stack, expression)).toThrow(message);
  });
});
