import { describe, expect, it } from "vitest";
import type { JsonObject } from "../assembly/types.ts";
import { passesFilters } from "./event-filter.ts";

const record = { eventName: "INSERT", dynamodb: { NewImage: { pk: { S: "OUT#1" }, n: { N: "5" } } }, peso: 5 };

describe("filters of event sources", () => {
  it.each<[string, JsonObject[], boolean]>([
    ["no filter", [], true],
    ["equality", [{ eventName: ["INSERT", "MODIFY"] }], true],
    ["another value", [{ eventName: ["REMOVE"] }], false],
    ["prefix", [{ dynamodb: { NewImage: { pk: { S: [{ prefix: "OUT#" }] } } } }], true],
    ["another prefix", [{ dynamodb: { NewImage: { pk: { S: [{ prefix: "POS#" }] } } } }], false],
    ["prefix of what is missing", [{ dynamodb: { OldImage: { pk: { S: [{ prefix: "" }] } } } }], false],
    ["exists", [{ dynamodb: { NewImage: { n: [{ exists: true }] } } }], true],
    ["does not exist", [{ dynamodb: { NewImage: { q: [{ exists: false }] } } }], true],
    ["exists but should not", [{ eventName: [{ exists: false }] }], false],
    ["anything but", [{ eventName: [{ "anything-but": ["REMOVE"] }] }], true],
    ["anything but this", [{ eventName: [{ "anything-but": ["INSERT"] }] }], false],
    ["numeric range", [{ peso: [{ numeric: [">", 1, "<=", 5] }] }], true],
    ["outside the range", [{ peso: [{ numeric: [">", 5] }] }], false],
    ["two conditions, one false", [{ eventName: ["INSERT"], peso: [6] }], false],
    ["two filters, one true", [{ peso: [6] }, { eventName: ["INSERT"] }], true],
    ["$or", [{ $or: [{ peso: [6] }, { eventName: ["INSERT"] }] }], true],
  ])("%s", (_, filters, expected) => {
    expect(passesFilters(filters, record)).toBe(expected);
  });

  it("refuses an operator that it does not know", () => {
    expect(() => passesFilters([{ eventName: [{ wildcard: "*" }] }], record)).toThrow(/wildcard/);
  });
});
