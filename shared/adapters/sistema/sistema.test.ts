import { describe, expect, it } from "vitest";
import { chiaviApi } from "./chiavi-api.ts";
import { createCifra } from "./cifra.ts";
import { codiceDi, codiciTotp, toBase32 } from "./totp.ts";

/** RFC 6238, appendix B, SHA-1: eight digits there, of which an authenticator shows the last six. */
const SEGRETO = toBase32(Buffer.from("12345678901234567890"));
const instante = (secondi: number): string => new Date(secondi * 1000).toISOString();

describe("codes of an authenticator", () => {
  it.each([
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [1_111_111_111, "14050471"],
    [1_234_567_890, "89005924"],
    [2_000_000_000, "69279037"],
    [20_000_000_000, "65353130"],
  ])("at %i seconds is that of the standard", (secondi, otto) => expect(codiceDi(SEGRETO, Math.floor(secondi / 30))).toBe(otto.slice(2)));

  it("are good for an interval before and after, and once", () => {
    const passo = 60_000_000;
    const adesso = instante(passo * 30 + 3);
    const check = (quale: number, dopo = 0) => codiciTotp.check(SEGRETO, codiceDi(SEGRETO, quale), adesso, dopo);
    expect([passo - 2, passo - 1, passo, passo + 1, passo + 2].map((quale) => check(quale))).toEqual([
      undefined,
      passo - 1,
      passo,
      passo + 1,
      undefined,
    ]);
    expect([check(passo, passo), check(passo - 1, passo), check(passo + 1, passo)]).toEqual([undefined, undefined, passo + 1]);
  });

  it.each(["", "12345", "1234567", "12345a", " 123456"])("are six digits: %j is none", (codice) =>
    expect(codiciTotp.check(SEGRETO, codice, instante(59), 0)).toBeUndefined(),
  );

  it("are enrolled with an address that an authenticator reads", () => {
    const segreto = codiciTotp.createSegreto();
    const uri = new URL(codiciTotp.describeUri(segreto, "mario rossi@ente"));
    expect([segreto, uri.protocol, uri.searchParams.get("secret"), uri.searchParams.get("issuer")]).toEqual([
      expect.stringMatching(/^[A-Z2-7]{32}$/),
      "otpauth:",
      segreto,
      "Fiorino",
    ]);
  });
});

describe("what is sealed", () => {
  const cifra = createCifra("una-chiave-dell-installazione", "prova");
  it("opens here and for this purpose alone, and not when it was touched", () => {
    const sigillato = cifra.seal("segreto è");
    const [primo = ""] = sigillato;
    expect(cifra.open(sigillato)).toBe("segreto è");
    expect(createCifra("un'altra-chiave", "prova").open(sigillato)).toBeUndefined();
    expect(createCifra("una-chiave-dell-installazione", "altro").open(sigillato)).toBeUndefined();
    expect(cifra.open(`${primo === "A" ? "B" : "A"}${sigillato.slice(1)}`)).toBeUndefined();
    expect([cifra.open(""), cifra.open("corto")]).toEqual([undefined, undefined]);
    expect(cifra.seal("segreto è")).not.toBe(sigillato);
  });
});

it("an API key says what it is, and is never twice the same", () => {
  const [una, altra] = [chiaviApi.create(false), chiaviApi.create(false)];
  expect(una.chiave).toMatch(/^fiorino_[\w-]{43}$/);
  expect(una.chiave).not.toBe(altra.chiave);
});
