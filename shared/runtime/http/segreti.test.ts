import { describe, expect, it } from "vitest";
import { maskSegreti } from "./segreti.ts";

describe("maskSegreti", () => {
  it.each([
    ["a password", '{"password": "Abc-12345", "principal": "p"}', '{"password": "***", "principal": "p"}'],
    ["a password with an escaped quote", '{"passwordPagoPa":"a\\"b","x":1}', '{"passwordPagoPa":"***","x":1}'],
    ["a secret in a body cut short", '{"auth": {"clientSecret": "abc', '{"auth": {"clientSecret": "***"'],
    [
      "every kind of secret",
      '{"apiKey":"a","headerValue":"b","subscriptionKey":"c"}',
      '{"apiKey":"***","headerValue":"***","subscriptionKey":"***"}',
    ],
    ["nothing where there is none", '{"password": true, "causale": "password"}', '{"password": true, "causale": "password"}'],
  ])("hides %s", (_caso, corpo, atteso) => {
    expect(maskSegreti(corpo)).toBe(atteso);
  });
});
