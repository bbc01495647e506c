/** The proof asked of anonymous callers: our own challenge and the services of others, as the page meets them. */
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { createUsoSingolo } from "../../adapters/archivio/uso-singolo.ts";
import { createVerificaCaptcha } from "../../adapters/captcha/siteverify.ts";
import { createHttpClient } from "../../adapters/http/client.ts";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import { bitAZero } from "../../domain/accessi/captcha.ts";
import type { ValoreSezione } from "../../domain/configurazione/sezioni.ts";
import { checkCaptcha, describeCaptcha, type PorteCaptcha } from "./captcha.ts";

const CHIAVE = "chiave-di-prova-del-captcha";
const ANONIMO = { tipo: "anonimo" } as const;
const sha256 = (testo: string): Uint8Array => createHash("sha256").update(testo).digest();

const solve = (sfida: string, difficolta: number): string => {
  for (let n = 0; ; n++) if (bitAZero(sha256(`${sfida}:${n}`)) >= difficolta) return `${sfida}:${n}`;
};

const createMondo = async (hardening: ValoreSezione) => {
  const { deposito, clock, richieste } = await createMemoria();
  const segnalati: string[] = [];
  const porte: PorteCaptcha = {
    anagrafiche: { getSezione: async () => hardening },
    clock,
    cifra: createCifra(CHIAVE, "captcha"),
    digest: { sha256 },
    usi: createUsoSingolo(deposito),
    verifica: createVerificaCaptcha(createHttpClient({ clock })),
    segnala: (motivo) => segnalati.push(motivo),
  };
  const check = checkCaptcha(porte);
  return {
    ...{ clock, richieste, segnalati, porte },
    describe: describeCaptcha(porte),
    check: async (risposta: string | undefined, chiamante: { tipo: "anonimo" | "cittadino" | "applicazione" } = ANONIMO) => {
      const esito = await check({ chiamante, risposta, indirizzo: "203.0.113.7" });
      return esito.ok ? "ok" : (esito.errore.dettaglio ?? "");
    },
  };
};

const FIORINO = { abilitato: true, sfida: { difficolta: 8 } };

const challenge = async (mondo: Awaited<ReturnType<typeof createMondo>>) => {
  const descritta = await mondo.describe();
  if (descritta.tipo !== "FIORINO") throw new Error(descritta.tipo);
  return descritta;
};

describe("our own challenge", () => {
  it("is solved by a calculation, once, in one write", async () => {
    const mondo = await createMondo(FIORINO);
    const { sfida, difficolta } = await challenge(mondo);
    expect(mondo.richieste).toEqual([]);
    const prova = solve(sfida, difficolta);
    expect(await mondo.check(prova)).toBe("ok");
    expect(mondo.richieste).toHaveLength(1);
    expect(await mondo.check(prova)).toMatch(/già stata usata/);
  });

  it("used twice at the same time is good once", async () => {
    const mondo = await createMondo(FIORINO);
    const { sfida, difficolta } = await challenge(mondo);
    const prova = solve(sfida, difficolta);
    const esiti = await Promise.all([mondo.check(prova), mondo.check(prova), mondo.check(prova)]);
    expect(esiti.filter((esito) => esito === "ok")).toHaveLength(1);
  });

  it("expires", async () => {
    const mondo = await createMondo(FIORINO);
    const { sfida, difficolta, scade } = await challenge(mondo);
    mondo.clock.set(scade);
    expect(await mondo.check(solve(sfida, difficolta))).toMatch(/scaduta/);
  });

  it("is asked of nobody who said who it is, and of nobody at all where it is off", async () => {
    const mondo = await createMondo(FIORINO);
    expect(await mondo.check(undefined, { tipo: "cittadino" })).toBe("ok");
    expect(await mondo.check(undefined, { tipo: "applicazione" })).toBe("ok");
    const spento = await createMondo({ abilitato: false });
    expect([await spento.check(undefined), await spento.describe()]).toEqual(["ok", { tipo: "NESSUNO" }]);
  });

  it.each<readonly [string, (prova: string) => string, RegExp]>([
    ["nothing", () => "", /obbligatorio/],
    ["a text", () => "io sono una persona", /non è di questa installazione/],
    ["an easier difficulty", (prova) => prova.replace(/^([\w-]{22}\.\d{13})\.\d+/, "$1.1"), /non è di questa installazione/],
    ["a longer life", (prova) => prova.replace(/\.\d{13}\./, ".9999999999999."), /non è di questa installazione/],
    ["another signature", (prova) => prova.replace(/\.[\w-]{43}:/, `.${"A".repeat(43)}:`), /non è di questa installazione/],
    ["no number", (prova) => prova.replace(/:\d+$/, ""), /non è di questa installazione/],
  ])("refuses %s", async (_che, change, motivo) => {
    const mondo = await createMondo(FIORINO);
    const { sfida, difficolta } = await challenge(mondo);
    expect(await mondo.check(change(solve(sfida, difficolta)))).toMatch(motivo);
  });

  it("refuses a number that does not solve it, and does not use it up", async () => {
    const mondo = await createMondo(FIORINO);
    const { sfida, difficolta } = await challenge(mondo);
    let sbagliato = 0;
    while (bitAZero(sha256(`${sfida}:${sbagliato}`)) >= difficolta) sbagliato++;
    expect(await mondo.check(`${sfida}:${sbagliato}`)).toMatch(/non risolve/);
    expect(await mondo.check(solve(sfida, difficolta))).toBe("ok");
  });
});

it.each<readonly [number[], number]>([
  [[0xff], 0],
  [[0x7f], 1],
  [[0x01], 7],
  [[0x00, 0x80], 8],
  [[0x00, 0x00, 0x10], 19],
  [[0, 0], 16],
])("zero bits of %j are %i", (byte, attesi) => expect(bitAZero(Uint8Array.from(byte))).toBe(attesi));

describe("the service of somebody else", () => {
  let server: Server;
  let url = "";
  let ricevute: { tipo: string | undefined; chiave: string | undefined; corpo: string }[] = [];
  let risponde: { status: number; corpo: string } = { status: 200, corpo: "" };

  beforeAll(async () => {
    server = createServer(async (req, res) => {
      let corpo = "";
      for await (const pezzo of req) corpo += pezzo;
      ricevute.push({ tipo: req.headers["content-type"], chiave: req.headers["x-api-key"]?.toString(), corpo });
      res.writeHead(risponde.status, { "content-type": "application/json" }).end(risponde.corpo);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const indirizzo = server.address();
    url = `http://127.0.0.1:${typeof indirizzo === "object" ? indirizzo?.port : 0}/siteverify`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  beforeEach(() => {
    ricevute = [];
  });

  const captcha = (campi: object = {}): ValoreSezione => ({
    abilitato: true,
    captcha: {
      ...{ serverURL: url, siteKey: "pubblica", secretKey: "segreta", soglia: 0.5, parametro: "gRecaptchaResponse", denyOnFail: true },
      ...{ connectionTimeout: 5_000, readTimeout: 5_000, ...campi },
    },
  });

  it.each<readonly [string, number, string, RegExp]>([
    ["yes (v2, hCaptcha, Turnstile)", 200, '{"success":true}', /^ok$/],
    ["yes with a score (v3)", 200, '{"success":true,"score":0.7}', /^ok$/],
    ["a score that is too low", 200, '{"success":true,"score":0.4}', /soglia/],
    ["no", 200, '{"success":false,"error-codes":["timeout-or-duplicate"]}', /rifiutata/],
    ["yes as a word", 200, '{"success":"true"}', /rifiutata/],
    ["a list", 200, "[]", /rifiutata/],
    ["a failure", 500, "{}", /non risponde/],
    ["a redirect", 302, "{}", /non risponde/],
    ["something that is not JSON", 200, "<html>", /non risponde/],
  ])("says %s", async (_che, status, corpo, atteso) => {
    risponde = { status, corpo };
    const mondo = await createMondo(captcha());
    expect(await mondo.check("risposta della pagina")).toMatch(atteso);
    expect(ricevute[0]?.corpo).toBe("secret=segreta&response=risposta+della+pagina&remoteip=203.0.113.7");
  });

  it("that does not answer lets through where the installation says so, and it is told", async () => {
    risponde = { status: 503, corpo: "" };
    const mondo = await createMondo(captcha({ denyOnFail: false }));
    expect(await mondo.check("risposta")).toBe("ok");
    expect(mondo.segnalati).toEqual(["il servizio del captcha ha risposto 503"]);
  });

  it("of Friendly Captcha is asked in JSON, with the key in a header", async () => {
    risponde = { status: 200, corpo: '{"success":true}' };
    const mondo = await createMondo(captcha({ stile: "FRIENDLY" }));
    expect(await mondo.check("risposta")).toBe("ok");
    expect(ricevute).toEqual([{ tipo: "application/json", chiave: "segreta", corpo: '{"response":"risposta","sitekey":"pubblica"}' }]);
  });

  it("is told to the page by its public key alone", async () => {
    const mondo = await createMondo(captcha());
    expect(await mondo.describe()).toEqual({ tipo: "ESTERNO", siteKey: "pubblica", parametro: "gRecaptchaResponse" });
  });
});
