/** What identity providers publish: remembered, bounded, asked for as little as possible, believed only for themselves. */
import { describe, expect, it } from "vitest";
import { createChiave, signToken, toJwk } from "../../../tests/sostegno/identita.ts";
import { ALGORITMI, type Algoritmo } from "../../domain/accessi/provider.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { Emittenti, fetchJson } from "./emittenti.ts";

const EMITTENTE = "https://identita.example";
const PRIMA = createChiave("prima");
const SECONDA = createChiave("seconda");
const provider = { emittente: EMITTENTE, algoritmi: ALGORITMI };
const CLAIMS = { sub: "anna" };
const INIZIO = "2026-03-02T09:00:00.000Z";

const createProva = (campi: object = {}) => {
  const clock = createClockFermo(INIZIO);
  const stato = { chiavi: [PRIMA], giu: false, richieste: [] as string[] };
  const documento = {
    issuer: EMITTENTE,
    authorization_endpoint: `${EMITTENTE}/auth`,
    token_endpoint: `${EMITTENTE}/token`,
    jwks_uri: `${EMITTENTE}/jwks`,
    ...campi,
  };
  const emittenti = new Emittenti(clock, async (url) => {
    stato.richieste.push(url.replace(EMITTENTE, ""));
    if (stato.giu) throw new Error("non risponde");
    return Response.json(url.endsWith("/jwks") ? { keys: stato.chiavi.map(toJwk) } : documento);
  });
  const minuti = (quanti: number): void => clock.advance(quanti * 60_000);
  const verify = (token = signToken(PRIMA, CLAIMS)) => emittenti.verify(token, provider);
  return { emittenti, stato, minuti, verify };
};

describe("the keys of a provider", () => {
  it("are asked for once, by however many calls at the same time, and again after ten minutes", async () => {
    const { stato, minuti, verify } = createProva();
    await Promise.all([verify(), verify(), verify()]);
    expect(stato.richieste).toEqual(["/.well-known/openid-configuration", "/jwks"]);
    minuti(9);
    await verify();
    expect(stato.richieste).toHaveLength(2);
    minuti(2);
    await verify();
    expect(stato.richieste).toHaveLength(4);
  });

  it("are looked for again when one is unknown, once a minute at most", async () => {
    const { stato, minuti, verify } = createProva();
    await verify();
    stato.chiavi = [SECONDA, PRIMA];
    const nuovo = signToken(SECONDA, CLAIMS);
    expect((await verify(nuovo)).ok).toBe(false);
    minuti(1);
    expect((await verify(nuovo)).ok).toBe(true);
    for (let i = 0; i < 10; i++) await verify(signToken(createChiave(`inventata-${i}`), CLAIMS));
    expect(stato.richieste).toHaveLength(4);
  });

  it("hold for an hour when the provider is down, and no longer; until then it is asked once a minute", async () => {
    const { stato, minuti, verify } = createProva();
    await verify();
    stato.giu = true;
    minuti(11);
    for (let i = 0; i < 5; i++) expect((await verify()).ok).toBe(true);
    expect(stato.richieste).toHaveLength(3);
    minuti(50);
    await expect(verify()).rejects.toThrow("non risponde");
  });

  it.each<[string, object]>([
    ["speaks for another issuer", { issuer: "https://altro.example" }],
    ["has no keys", { jwks_uri: undefined }],
    ["sends the keys in clear", { jwks_uri: "http://identita.example/jwks" }],
  ])("are not believed when the configuration %s", async (_caso, campi) => {
    await expect(createProva(campi).verify()).rejects.toThrow();
  });

  it("that are weak, or not for signatures, are not keys", async () => {
    const { stato, verify } = createProva();
    const debole = createChiave("debole", "RS256", 1024);
    stato.chiavi = [debole];
    expect((await verify(signToken(debole, CLAIMS))).ok).toBe(false);
  });
});

describe("a signature", () => {
  const TIPI = ["RS256", "PS256", "ES256", "ES384"] as const;
  const CHIAVI = new Map(TIPI.map((alg) => [alg, createChiave(alg, alg)]));

  it.each(TIPI)("%s is verified with its own kind of key, and with no other", async (alg) => {
    const { stato, verify } = createProva();
    stato.chiavi = [...CHIAVI.values()];
    const chiave = CHIAVI.get(alg);
    if (!chiave) throw new Error(alg);
    expect(await verify(signToken(chiave, CLAIMS))).toEqual({ ok: true, valore: CLAIMS });
    const altra: Algoritmo = alg.startsWith("ES") ? "RS256" : "ES256";
    expect((await verify(signToken(chiave, CLAIMS, { alg: altra }))).ok).toBe(false);
    expect((await verify(`${signToken(chiave, CLAIMS).slice(0, -4)}AAAA`)).ok).toBe(false);
  });

  it("without the name of its key is tried only where there is a single one", async () => {
    const { stato, minuti, verify } = createProva();
    const senza = signToken(PRIMA, CLAIMS, { kid: undefined });
    expect((await verify(senza)).ok).toBe(true);
    stato.chiavi = [PRIMA, SECONDA];
    minuti(11);
    expect((await verify(senza)).ok).toBe(false);
  });
});

describe("what is read from outside", () => {
  it.each<[string, Response]>([
    ["too long", new Response(`{"a":"${"x".repeat(300_000)}"}`)],
    ["not JSON", new Response("<html>")],
    ["a list", Response.json([])],
    ["an error", Response.json({}, { status: 500 })],
  ])("is refused when it is %s", async (_caso, risposta) => {
    await expect(fetchJson(async () => risposta, EMITTENTE)).rejects.toThrow();
  });
});
