import { describe, expect, it } from "vitest";
import { encodeBody } from "./http-event.ts";

describe("body of an HTTP API event", () => {
  it.each([
    ["application/json", "{}", false],
    ["application/problem+json; charset=utf-8", "{}", false],
    ["text/xml;charset=UTF-8", "<è/>", false],
    ["application/soap+xml", "<a/>", false],
    ["application/x-www-form-urlencoded", "a=1", true],
    ["application/pdf", "%PDF", true],
    [undefined, "x", true],
  ])("%s", (contentType, text, expected) => {
    const { body, isBase64Encoded } = encodeBody(Buffer.from(text), contentType);
    expect(isBase64Encoded).toBe(expected);
    expect(Buffer.from(body, isBase64Encoded ? "base64" : "utf8").toString()).toBe(text);
  });

  it("does not damage text that is not UTF-8", () => {
    const latin1 = Buffer.from([0x3c, 0xe8, 0x2f, 0x3e]);
    const { body, isBase64Encoded } = encodeBody(latin1, "text/xml");
    expect(isBase64Encoded).toBe(true);
    expect(Buffer.from(body, "base64")).toEqual(latin1);
  });
});
