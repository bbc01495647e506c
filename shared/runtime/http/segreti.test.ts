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
    [
      "the new password of a patch",
      '[{"op":"REPLACE","path":"/password","value":"Abc-12345"}]',
      '[{"op":"REPLACE","path":"/password","value":"***"}]',
    ],
    [
      "what a login and an authenticator show once",
      '{"tokenCsrf":"a","segreto":"b","otpauthUri":"c","otp":"1"}',
      '{"tokenCsrf":"***","segreto":"***","otpauthUri":"***","otp":"***"}',
    ],
    ["recovery codes, even cut short", '{"codiciRecupero":["a-b","c-d', '{"codiciRecupero":["***"]'],
    ["nothing where there is none", '{"password": true, "causale": "password"}', '{"password": true, "causale": "password"}'],
  ])("hides %s", (_caso, corpo, atteso) => {
    expect(maskSegreti(corpo)).toBe(atteso);
  });
});
