import { describe, expect, it } from "vitest";
import { type DaCollegare, signLink } from "./firma.ts";

const esempio: DaCollegare = {
  method: "GET",
  host: "examplebucket.s3.amazonaws.com",
  percorso: "/test.txt",
  parametri: {},
  headers: {},
  istante: new Date("2013-05-24T00:00:00.000Z"),
  secondi: 86_400,
  regione: "us-east-1",
  credenziali: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
};
const firmaDi = (altro: Partial<DaCollegare>) => new URLSearchParams(signLink({ ...esempio, ...altro })).get("X-Amz-Signature");

describe("a signed link", () => {
  it("has the signature of the example that AWS publishes", () => {
    expect(firmaDi({})).toBe("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
  });

  it.each<[string, Partial<DaCollegare>]>([
    ["method", { method: "PUT" }],
    ["object", { percorso: "/altro.txt" }],
    ["headers", { headers: { "content-length": "5" } }],
    ["answer asked for", { parametri: { "response-content-type": "text/html" } }],
    ["duration", { secondi: 60 }],
  ])("is worth nothing for another %s", (_cosa, altro) => {
    expect(firmaDi(altro)).not.toBe(firmaDi({}));
  });

  it("covers the session token of the role, and names the headers to send", () => {
    const credenziali = { ...esempio.credenziali, sessionToken: "T/+=" };
    const headers = { "x-amz-checksum-sha256": "d", "content-length": "5" };
    const searchParams = new URLSearchParams(signLink({ ...esempio, credenziali, headers }));
    expect(searchParams.get("X-Amz-Security-Token")).toBe("T/+=");
    expect(searchParams.get("X-Amz-SignedHeaders")).toBe("content-length;host;x-amz-checksum-sha256");
  });
});
