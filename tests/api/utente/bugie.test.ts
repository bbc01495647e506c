/** "utente/completeLogin": lies of a provider, answers that come back twice or in another browser, sessions that are not ours. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChiave, signHmacConPubblica, signSenzaFirma, signToken } from "../../sostegno/identita.ts";
import { AZIENDA, back, begin, buoni, CHIAVE, cookiesDi, enter, profilo, start, stop } from "./impianto.ts";

const ALTRA = createChiave("altra");

beforeAll(start);
afterAll(stop);

describe("a provider that lies is refused", () => {
  const adesso = (): number => Math.floor(Date.now() / 1000);
  it.each<readonly [string, (claims: Record<string, unknown>) => string | undefined]>([
    ["another issuer", (claims) => signToken(CHIAVE, { ...claims, iss: "https://altro.example" })],
    ["another recipient", (claims) => signToken(CHIAVE, { ...claims, aud: "altro-client" })],
    ["several recipients, made for another", (claims) => signToken(CHIAVE, { ...claims, aud: ["fiorino-cittadini", "x"], azp: "x" })],
    ["several recipients, and it is not said for which", (claims) => signToken(CHIAVE, { ...claims, aud: ["fiorino-cittadini", "x"] })],
    ["another nonce", (claims) => signToken(CHIAVE, { ...claims, nonce: "di-un-altro-accesso" })],
    ["no nonce", ({ nonce: _nonce, ...claims }) => signToken(CHIAVE, claims)],
    ["expired", (claims) => signToken(CHIAVE, { ...claims, iat: adesso() - 500, exp: adesso() - 61 })],
    ["of the future", (claims) => signToken(CHIAVE, { ...claims, iat: adesso() + 120 })],
    ["made long ago", (claims) => signToken(CHIAVE, { ...claims, iat: adesso() - 700, exp: adesso() + 900 })],
    ["without a time", ({ iat: _iat, ...claims }) => signToken(CHIAVE, claims)],
    ["a key that is not its own", (claims) => signToken({ ...ALTRA, kid: "prima" }, claims)],
    ["a key never published", (claims) => signToken(ALTRA, claims)],
    ["no signature", (claims) => signSenzaFirma(claims)],
    ["the public key as a secret", (claims) => signHmacConPubblica(CHIAVE, claims)],
    ["a level below the one required", (claims) => signToken(CHIAVE, { ...claims, acr: "https://www.spid.gov.it/SpidL1" })],
    ["no level", ({ acr: _acr, ...claims }) => signToken(CHIAVE, claims)],
    ["a tax code that is of nobody", (claims) => signToken(CHIAVE, { ...claims, fiscal_number: "TINIT-RSSMRA80A01H501X" })],
    ["a tax code of another country", (claims) => signToken(CHIAVE, { ...claims, fiscal_number: "TINDE-12345678901" })],
    ["a company without a person", (claims) => signToken(CHIAVE, { ...claims, fiscal_number: AZIENDA })],
    ["no subject", ({ sub: _sub, ...claims }) => signToken(CHIAVE, claims)],
    ["no token", () => undefined],
  ])("%s", async (_bugia, make) => {
    const partenza = await begin();
    const esito = await back(partenza, make(buoni(partenza.nonce)));
    expect([401, 503]).toContain(esito.status);
    expect(cookiesDi(esito)).toEqual([]);
  });

  it.each<readonly [string, Record<string, string>]>([
    ["another state", { state: "x".repeat(43) }],
    ["an answer of another issuer", { iss: "https://altro.example" }],
    ["an error of the provider", { error: "access_denied" }],
  ])("%s", async (_bugia, query) => {
    const partenza = await begin();
    expect((await back(partenza, signToken(CHIAVE, buoni(partenza.nonce)), query)).status).toBe(401);
  });
});

describe("a login is of the browser that began it, once", () => {
  it("is refused in another browser, and with the cookie of another login", async () => {
    const partenza = await begin();
    const altra = await begin();
    const token = signToken(CHIAVE, buoni(partenza.nonce));
    expect((await back({ ...partenza, cookies: [] }, token)).status).toBe(401);
    expect((await back({ ...partenza, cookies: altra.cookies }, token)).status).toBe(401);
    expect((await back({ ...partenza, cookies: ["fiorino-accesso-cittadino=AAAA"] }, token)).status).toBe(401);
  });

  it("is refused when it comes back a second time, even if the provider gives the same code twice", async () => {
    const partenza = await begin();
    const token = signToken(CHIAVE, buoni(partenza.nonce));
    expect((await back(partenza, token)).status).toBe(303);
    expect((await back(partenza, token)).status).toBe(401);
  });

  it("gives a new session and ends the one that the browser had", async () => {
    const prima = await enter();
    const partenza = await begin();
    const esito = await back({ ...partenza, cookies: [...partenza.cookies, ...prima] }, signToken(CHIAVE, buoni(partenza.nonce)));
    expect(cookiesDi(esito)).not.toEqual(prima);
    expect((await profilo(prima)).status).toBe(401);
    expect((await profilo(cookiesDi(esito))).status).toBe(200);
  });

  it.each(["", "x", "x.y", "prova-1.AAAA", `${"a".repeat(65)}.b`])("a session that we did not sign is nobody's: %j", async (valore) => {
    expect((await profilo([`fiorino-cittadino=${valore}`])).status).toBe(401);
  });
});
