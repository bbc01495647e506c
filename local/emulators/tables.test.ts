import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asArray, asObject } from "../assembly/json.ts";
import type { TableSpec } from "../assembly/types.ts";
import { type DynamoDbEmulator, startDynamoDb } from "./dynamodb.ts";
import { createDynamoDbApi, type DynamoDbApi } from "./dynamodb-api.ts";
import { createTtlSweeper, describeTable, ensureTables, recreateTables } from "./tables.ts";

const dir = mkdtempSync(join(tmpdir(), "tabelle-"));
const definition = {
  TableName: "prova",
  BillingMode: "PAY_PER_REQUEST",
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
};
const table: TableSpec = { name: "prova", definition, ttlAttribute: "scade" };
let emulator: DynamoDbEmulator;
let api: DynamoDbApi;

beforeAll(async () => {
  emulator = await startDynamoDb(dir);
  api = createDynamoDbApi(emulator.endpoint);
});
afterAll(async () => {
  await emulator.stop();
  rmSync(dir, { recursive: true, force: true });
});

const put = (pk: string, scade?: string) =>
  api.tables("PutItem", { TableName: "prova", Item: { pk: { S: pk }, ...(scade === undefined ? {} : { scade: { N: scade } }) } });
const keys = async (): Promise<unknown[]> => {
  const { Items } = await api.tables("Scan", { TableName: "prova" });
  return asArray(Items)
    .map((item) => asObject(asObject(item).pk).S)
    .sort();
};

describe("tables in the emulator", () => {
  it("are created once and then found", async () => {
    expect(await ensureTables(api, [table])).toBe(true);
    expect(await ensureTables(api, [table])).toBe(false);
  });

  it("get the indexes that a newer template adds", async () => {
    const index = {
      IndexName: "perElenco",
      KeySchema: [{ AttributeName: "elenco", KeyType: "HASH" }],
      Projection: { ProjectionType: "ALL" },
    };
    const AttributeDefinitions = [...definition.AttributeDefinitions, { AttributeName: "elenco", AttributeType: "S" }];
    await ensureTables(api, [{ ...table, definition: { ...definition, AttributeDefinitions, GlobalSecondaryIndexes: [index] } }]);
    const described = await describeTable(api, "prova");
    expect(asArray(described?.GlobalSecondaryIndexes)).toHaveLength(1);
  });

  it("lose the expired items and only those", async () => {
    await Promise.all([put("scaduto", "1000"), put("valido", "3000"), put("eterno")]);
    expect(await createTtlSweeper(api, [table]).sweep(2_000_000)).toBe(1);
    expect(await keys()).toEqual(["eterno", "valido"]);
  });

  it("are empty after being made anew", async () => {
    await recreateTables(api, [table]);
    expect(await keys()).toEqual([]);
  });
});

describe("an emulator that is not there", () => {
  it.each([["/percorso/che/non/esiste", /DYNOXIDE_PATH indica un file che non esiste: \/percorso/]])(
    "is named: %s",
    async (path, message) => {
      process.env.DYNOXIDE_PATH = path;
      await expect(startDynamoDb(dir)).rejects.toThrow(message);
      delete process.env.DYNOXIDE_PATH;
    },
  );
});
