/** What recognising a caller costs, and when the slow hash runs. */
import { describe, expect, it } from "vitest";
import { PASSWORD } from "../../../tests/sostegno/anagrafica.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioAccessi } from "../../adapters/archivio/accessi.ts";
import { AnagraficheInCache } from "../../adapters/archivio/anagrafiche.ts";
import { createTentativi } from "../../usecases/accessi/tentativi.ts";
import { indirizzoDi, readCredenziali } from "./credenziali.ts";
import { ResolverChiamante } from "./resolver.ts";

const createProva = async () => {
  const memoria = await createMemoria();
  const { deposito, clock, unitOfWork, richieste } = memoria;
  const accessi = new ArchivioAccessi(deposito);
  const usi: string[] = [];
  let verifiche = 0;
  const resolver = new ResolverChiamante(
    new AnagraficheInCache(deposito, clock),
    clock,
    { chiave: "chiave-di-prova-lunga", amministratore: undefined },
    {
      tentativi: createTentativi({ accessi, unitOfWork, clock }),
      usato: (principal, id) => void usi.push(`${principal}/${id}`),
      password: {
        verify: async (password) => {
          verifiche++;
          return password === PASSWORD;
        },
      },
    },
  );
  const resolve = (principal: string, segreto: string, indirizzo = "10.0.0.1") =>
    resolver.resolve({ modo: "basic", principal, segreto }, indirizzo);
  return { ...memoria, resolve, usi, richieste, verifiche: () => verifiche };
};

describe("the slow hash", () => {
  it("runs once for a secret, then for five minutes never, and no request is made", async () => {
    const { resolve, verifiche, richieste, usi, clock } = await createProva();
    expect((await resolve("gest-tributi", PASSWORD)).ok).toBe(true);
    richieste.length = 0;
    for (let i = 0; i < 100; i++) expect((await resolve("gest-tributi", PASSWORD)).ok).toBe(true);
    expect([verifiche(), richieste, usi]).toEqual([1, [], ["gest-tributi/principale"]]);
    clock.advance(5 * 60_000 + 1);
    await resolve("gest-tributi", PASSWORD);
    expect([verifiche(), usi.length]).toEqual([2, 2]);
  });

  it("runs for an unknown user as for a known one, and not at every repetition of a wrong secret", async () => {
    const { resolve, verifiche } = await createProva();
    await resolve("nessuno", "x");
    await resolve("gest-tributi", "x");
    expect(verifiche()).toBe(2);
    for (let i = 0; i < 20; i++) await resolve("gest-tributi", "x");
    expect(verifiche()).toBe(2);
  });

  it("does not run at all while somebody has to wait, nor for a principal that cannot be", async () => {
    const { resolve, verifiche } = await createProva();
    for (let i = 0; i < 5; i++) await resolve("operatore-limitato", `errata-${i}`);
    const esito = await resolve("operatore-limitato", PASSWORD);
    expect([esito, verifiche()]).toEqual([
      { ok: false, errore: expect.objectContaining({ codice: "TROPPE_RICHIESTE", attesaSecondi: 30 }) },
      5,
    ]);
    expect((await resolve("x".repeat(5_000), PASSWORD)).ok).toBe(false);
    expect(verifiche()).toBe(5);
  });
});

describe("the lock", () => {
  it("is of one address: a colleague elsewhere comes in, and the clock opens it again", async () => {
    const { resolve, clock } = await createProva();
    for (let i = 0; i < 5; i++) await resolve("operatore-limitato", `errata-${i}`);
    expect((await resolve("operatore-limitato", PASSWORD)).ok).toBe(false);
    expect((await resolve("operatore-limitato", PASSWORD, "10.0.0.2")).ok).toBe(true);
    clock.advance(31_000);
    expect((await resolve("operatore-limitato", PASSWORD)).ok).toBe(true);
  });

  it("never stops an application: its secret is random, and a lock would stop a whole vertical", async () => {
    const { resolve } = await createProva();
    for (let i = 0; i < 20; i++) await resolve("gest-tributi", `errata-${i}`);
    expect((await resolve("gest-tributi", PASSWORD)).ok).toBe(true);
  });
});

describe("where a caller is", () => {
  const evento = (sourceIp: string, catena?: string) =>
    Object({ headers: catena === undefined ? {} : { "x-forwarded-for": catena }, requestContext: { http: { sourceIp, method: "GET" } } });
  it.each([
    ["the connection, with no proxy of ours", "10.1.1.1", "1.1.1.1, 2.2.2.2", 0, "10.1.1.1"],
    ["what the proxy saw, whatever the caller wrote before", "130.176.0.1", "6.6.6.6, 203.0.113.7, 130.176.0.1", 1, "203.0.113.7"],
    ["the connection, when the chain is missing", "10.1.1.1", undefined, 1, "10.1.1.1"],
    ["the network of an IPv6 address", "2001:db8:1:2:3:4:5:6", undefined, 0, "2001:db8:1:2"],
  ])("is %s", (_caso, sourceIp, catena, nostri, atteso) => expect(indirizzoDi(evento(sourceIp, catena), nostri)).toBe(atteso));
});

describe("which credentials count", () => {
  const evento = (headers: object, cookies: string[] = [], method = "GET") =>
    Object({ headers, cookies, requestContext: { http: { sourceIp: "1.1.1.1", method } } });
  const modi = ["basic", "apikey", "oauth2", "session"] as const;
  const basic = { authorization: `Basic ${btoa("u:p")}` };

  it.each([
    ["an explicit header before the cookie", evento(basic, ["fiorino-sessione=a.b"]), { modo: "basic", principal: "u", segreto: "p" }],
    [
      "the cookie alone, without token for a read",
      evento({}, ["altro=1", "fiorino-sessione=a.b"]),
      { modo: "session", cookie: "a.b", csrf: false },
    ],
    [
      "the cookie with an empty token for a write",
      evento({}, ["fiorino-sessione=a.b"], "PUT"),
      { modo: "session", cookie: "a.b", csrf: "" },
    ],
    ["a bearer", evento({ authorization: "bearer a.b.c" }), { modo: "oauth2", token: "a.b.c" }],
    ["nothing", evento({}), undefined],
    ["nothing readable", evento({ authorization: "Basic ???" }), undefined],
    ["a Basic without user", evento({ authorization: `Basic ${btoa(":p")}` }), undefined],
  ])("%s", (_caso, quale, atteso) => expect(readCredenziali(quale, { modi })).toEqual(atteso));

  it("over https only the cookie that no other host can set", () => {
    const sicura = { modi, sicuri: true };
    expect(readCredenziali(evento({}, ["fiorino-sessione=a.b"]), sicura)).toBeUndefined();
    expect(readCredenziali(evento({}, ["fiorino-sessione=a.b", "__Host-fiorino-sessione=c.d"]), sicura)).toMatchObject({ cookie: "c.d" });
  });

  it("none of a mode that is switched off", () => {
    expect(readCredenziali(evento(basic, ["fiorino-sessione=a.b"]), { modi: ["ssl"] })).toBeUndefined();
    expect(readCredenziali(evento({ "x-fiorino-principal": "u" }), { modi: ["header"] })).toBeUndefined();
  });
});
