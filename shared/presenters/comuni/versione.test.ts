import { describe, expect, it } from "vitest";
import { toCondizione } from "./versione.ts";

describe("If-Match", () => {
  it.each([
    [undefined, {}],
    ["*", { versioniAttese: "*" }],
    [' "3" ', { versioniAttese: [3] }],
    ['"3", "4"', { versioniAttese: [3, 4] }],
    ['W/"3"', { versioniAttese: [] }],
    ["3", { versioniAttese: [] }],
    ['"abc"', { versioniAttese: [] }],
    ["", { versioniAttese: [] }],
  ])("%j asks for %j", (intestazione, attesa) => {
    expect(toCondizione(intestazione)).toEqual(attesa);
  });
});
