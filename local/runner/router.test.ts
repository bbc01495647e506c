import { describe, expect, it } from "vitest";
import { createRouter } from "./router.ts";

const find = createRouter(
  [
    ["GET", "/a/{resto+}"],
    ["GET", "/a/{id}"],
    ["GET", "/a/fisso"],
    ["ANY", "/a/{id}/b"],
    ["POST", "/a/{id}/b"],
    ["GET", "/p.q/{x}/{y}"],
  ].map(([method = "", path = ""]) => ({ method, path, functionName: `${method} ${path}`, apiId: "Api", timeoutMs: 1 })),
);

describe("routing", () => {
  it.each([
    ["GET", "/a/fisso", "GET /a/fisso", {}],
    ["GET", "/a/altro", "GET /a/{id}", { id: "altro" }],
    ["GET", "/a/x/y/z", "GET /a/{resto+}", { resto: "x/y/z" }],
    ["GET", "/a/1/b", "ANY /a/{id}/b", { id: "1" }],
    ["POST", "/a/1/b", "POST /a/{id}/b", { id: "1" }],
    ["GET", "/p.q/caff%C3%A8/a%2Fb", "GET /p.q/{x}/{y}", { x: "caffè", y: "a/b" }],
  ])("%s %s goes to %s", (method, path, expected, pathParameters) => {
    const found = find(method, path);
    expect(found?.route.functionName).toBe(expected);
    expect(found?.pathParameters).toEqual(pathParameters);
  });

  it.each([
    ["POST", "/a/fisso"],
    ["GET", "/b"],
    ["GET", "/a/"],
    ["GET", "/pXq/1/2"],
  ])("%s %s goes nowhere", (method, path) => {
    expect(find(method, path)).toBeUndefined();
  });
});
