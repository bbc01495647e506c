/** Tables of the deployment inside the emulator: created when missing, emptied by a reset, swept of expired items (which the emulator never removes). */
import { asArray, asObject, asText } from "../assembly/json.ts";
import type { Json, JsonObject, TableSpec } from "../assembly/types.ts";
import { type DynamoDbApi, DynamoDbError } from "./dynamodb-api.ts";

const SWEEP_PAGE = 1_000;
const SWEEP_PAGES_PER_TURN = 5;

export async function describeTable(api: DynamoDbApi, name: string): Promise<JsonObject | undefined> {
  try {
    return asObject((await api.tables("DescribeTable", { TableName: name })).Table);
  } catch (error) {
    if (error instanceof DynamoDbError && error.code === "ResourceNotFoundException") return undefined;
    throw error;
  }
}

function indexNames(definition: JsonObject): string[] {
  return asArray(definition.GlobalSecondaryIndexes).map((index) => asText(asObject(index).IndexName) ?? "");
}

async function addMissingIndexes(api: DynamoDbApi, table: TableSpec, existing: JsonObject): Promise<void> {
  const present = new Set(indexNames(existing));
  for (const index of asArray(table.definition.GlobalSecondaryIndexes)) {
    if (present.has(asText(asObject(index).IndexName) ?? "")) continue;
    await api.tables("UpdateTable", {
      TableName: table.name,
      AttributeDefinitions: table.definition.AttributeDefinitions ?? [],
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    });
  }
}

async function create(api: DynamoDbApi, table: TableSpec): Promise<void> {
  await api.tables("CreateTable", table.definition);
  if (table.ttlAttribute === undefined) return;
  await api.tables("UpdateTimeToLive", {
    TableName: table.name,
    TimeToLiveSpecification: { Enabled: true, AttributeName: table.ttlAttribute },
  });
}

/** Creates what is missing, indexes included. Returns true when at least one table was new. */
export async function ensureTables(api: DynamoDbApi, tables: TableSpec[]): Promise<boolean> {
  let isNew = false;
  for (const table of tables) {
    const existing = await describeTable(api, table.name);
    if (existing === undefined) {
      await create(api, table);
      isNew = true;
    } else {
      await addMissingIndexes(api, table, existing);
    }
  }
  return isNew;
}

export async function recreateTables(api: DynamoDbApi, tables: TableSpec[]): Promise<void> {
  for (const table of tables) {
    if ((await describeTable(api, table.name)) !== undefined) await api.tables("DeleteTable", { TableName: table.name });
    await create(api, table);
  }
}

export interface TtlSweeper {
  /** Looks at a bounded part of each table, going on from where the last turn stopped. Returns how many items went. */
  sweep(nowMs: number): Promise<number>;
}

export function createTtlSweeper(api: DynamoDbApi, tables: TableSpec[]): TtlSweeper {
  const positions = new Map<string, Json>();

  async function removeExpired(table: TableSpec, attribute: string, now: string, item: JsonObject): Promise<number> {
    const key: JsonObject = {};
    for (const element of asArray(table.definition.KeySchema)) {
      const name = asText(asObject(element).AttributeName) ?? "";
      key[name] = item[name] ?? null;
    }
    try {
      await api.tables("DeleteItem", {
        TableName: table.name,
        Key: key,
        ConditionExpression: "#scade < :adesso",
        ExpressionAttributeNames: { "#scade": attribute },
        ExpressionAttributeValues: { ":adesso": { N: now } },
      });
      return 1;
    } catch (error) {
      if (error instanceof DynamoDbError && error.code === "ConditionalCheckFailedException") return 0;
      throw error;
    }
  }

  async function sweepPage(table: TableSpec, attribute: string, now: string): Promise<number> {
    const position = positions.get(table.name);
    const page = await api.tables("Scan", {
      TableName: table.name,
      Limit: SWEEP_PAGE,
      FilterExpression: "#scade < :adesso",
      ExpressionAttributeNames: { "#scade": attribute },
      ExpressionAttributeValues: { ":adesso": { N: now } },
      ...(position === undefined ? {} : { ExclusiveStartKey: position }),
    });
    if (page.LastEvaluatedKey === undefined) positions.delete(table.name);
    else positions.set(table.name, page.LastEvaluatedKey);
    let removed = 0;
    for (const item of asArray(page.Items)) removed += await removeExpired(table, attribute, now, asObject(item));
    return removed;
  }

  return {
    sweep: async (nowMs) => {
      const now = String(Math.floor(nowMs / 1_000));
      let removed = 0;
      for (const table of tables) {
        if (table.ttlAttribute === undefined) continue;
        for (let page = 0; page < SWEEP_PAGES_PER_TURN; page += 1) {
          removed += await sweepPage(table, table.ttlAttribute, now);
          if (!positions.has(table.name)) break;
        }
      }
      return removed;
    },
  };
}
