/** The client against a real server on the loopback: what the other side does must never become an exception. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Autenticazione } from "../../domain/anagrafiche/creditore.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { createHttpClient } from "./client.ts";

let server: Server;
let base = "";
const richieste: { url: string; headers: IncomingMessage["headers"]; corpo: string }[] = [];
let tokenEmessi = 0;

const serve = (req: IncomingMessage, res: ServerResponse): void => {
  const pezzi: Buffer[] = [];
  req.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
  req.on("end", () => {
    richieste.push({ url: req.url ?? "", headers: req.headers, corpo: Buffer.concat(pezzi).toString() });
    switch (req.url) {
      case "/lento":
        return;
      case "/meta":
        res.writeHead(200, { "content-length": "100" });
        res.write("meta");
        return;
      case "/grande":
        res.end("x".repeat(5000));
        return;
      case "/altrove":
        res.writeHead(302, { location: "/ok" }).end();
        return;
      case "/token":
        tokenEmessi += 1;
        res.end(JSON.stringify({ access_token: `t${tokenEmessi}`, expires_in: 100 }));
        return;
      case "/token-rotto":
        res.writeHead(403).end("no");
        return;
      case "/gzip":
        res.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("ciao compresso"));
        return;
      case "/br":
        res.writeHead(200, { "content-encoding": "br" }).end(brotliCompressSync("ciao compresso"));
        return;
      case "/deflate":
        res.writeHead(200, { "content-encoding": "deflate" }).end(deflateSync("ciao compresso"));
        return;
      case "/bomba":
        res.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(100_000)));
        return;
      case "/tronco":
        res.socket?.destroy();
        return;
      default:
        res.writeHead(req.url === "/rifiuta" ? 401 : 200, { "X-Prova": "uno" }).end("ciao è qui");
    }
  });
};

beforeAll(async () => {
  server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  base = typeof indirizzo === "object" && indirizzo ? `http://127.0.0.1:${indirizzo.port}` : "";
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const clock = createClockFermo("2026-03-01T10:00:00.000Z");
/** Those that never end are given little time; the others what a busy machine takes for its first exchange. */
const tempoDi = (percorso: string): number => (["/lento", "/meta"].includes(percorso) ? 300 : 5_000);
const get = (percorso: string, auth?: Autenticazione, massimoByte = 1000) =>
  createHttpClient({ clock }).request({
    method: "GET",
    url: `${base}${percorso}`,
    timeoutMillisecondi: tempoDi(percorso),
    auth,
    massimoByte,
  });

describe("client HTTP", () => {
  it("risponde stato, intestazioni in minuscolo e testo", async () => {
    const esito = await get("/ok");
    expect(esito).toMatchObject({ ok: true, valore: { status: 200, testo: "ciao è qui", headers: { "x-prova": "uno" } } });
  });

  it("uno stato di errore è una risposta, non un guasto", async () => {
    expect(await get("/rifiuta")).toMatchObject({ ok: true, valore: { status: 401 } });
  });

  it.each([
    ["/lento", "tempo"],
    ["/meta", "tempo"],
    ["/grande", "troppo-grande"],
    ["/tronco", "rete"],
  ])("%s finisce come %s", async (percorso, causa) => {
    expect(await get(percorso)).toMatchObject({ ok: false, errore: { causa } });
  });

  it("una porta chiusa e un indirizzo senza senso sono errori di rete", async () => {
    const client = createHttpClient({ clock });
    for (const url of ["http://127.0.0.1:1/", "non-un-indirizzo", "ftp://127.0.0.1/"]) {
      expect(await client.request({ method: "GET", url, timeoutMillisecondi: 5_000 })).toMatchObject({
        ok: false,
        errore: { causa: "rete" },
      });
    }
  });

  it("non segue i rinvii: le credenziali andrebbero con loro", async () => {
    expect(await get("/altrove")).toMatchObject({ ok: true, valore: { status: 302, headers: { location: "/ok" } } });
  });

  it.each<[Autenticazione, Record<string, string>]>([
    [
      { tipo: "basic", username: "utente", password: "pàss:1" },
      { authorization: `Basic ${Buffer.from("utente:pàss:1").toString("base64")}` },
    ],
    [{ tipo: "header", headerName: "X-Chiave", headerValue: "v" }, { "x-chiave": "v" }],
    [
      { tipo: "apikey", apiId: "a", apiKey: "k" },
      { "x-app-id": "a", "x-api-key": "k" },
    ],
  ])("autenticazione %o", async (auth, attese) => {
    await get("/ok", auth);
    expect(richieste.at(-1)?.headers).toMatchObject(attese);
  });

  it("oauth2: un token serve finché vale, poi se ne chiede un altro", async () => {
    const auth: Autenticazione = { tipo: "oauth2", clientId: "io", clientSecret: "s", urlTokenEndpoint: `${base}/token`, scope: "fdr" };
    const client = createHttpClient({ clock });
    const call = () => client.request({ method: "GET", url: `${base}/ok`, timeoutMillisecondi: 5_000, auth });
    await call();
    await call();
    expect(richieste.at(-1)?.headers.authorization).toBe("Bearer t1");
    expect(richieste.find((r) => r.url === "/token")?.corpo).toBe("grant_type=client_credentials&scope=fdr");
    clock.advance(90_000);
    await call();
    expect(richieste.at(-1)?.headers.authorization).toBe("Bearer t2");
  });

  it("senza token la richiesta non parte", async () => {
    const auth: Autenticazione = { tipo: "oauth2", clientId: "io", clientSecret: "segreto", urlTokenEndpoint: `${base}/token-rotto` };
    const prima = richieste.length;
    const esito = await get("/ok", auth);
    expect(esito).toMatchObject({ ok: false, errore: { causa: "rete" } });
    expect(JSON.stringify(esito)).not.toContain("segreto");
    expect(richieste.slice(prima).map((r) => r.url)).toEqual(["/token-rotto"]);
  });
});

describe("the guard on where a call goes", () => {
  const con = (guardia: readonly string[]) => (url: string) =>
    createHttpClient({ clock, guardia }).request({ method: "GET", url, timeoutMillisecondi: 5_000 });
  const porta = () => new URL(base).port;

  it.each(["http://127.0.0.1:PORTA/ok", "http://localhost:PORTA/ok", "https://[::ffff:7f00:1]:PORTA/ok", "https://2130706433:PORTA/ok"])(
    "%s is not called at all",
    async (url) => {
      const prima = richieste.length;
      const esito = await con([])(url.replace("PORTA", porta()));
      expect(esito).toMatchObject({ ok: false, errore: { maiPartita: true, dettaglio: expect.stringContaining("indirizzo non ammesso") } });
      expect(richieste).toHaveLength(prima);
    },
  );

  it("lets through what the installation allows, and only that", async () => {
    expect(await con(["127.0.0.1"])(`${base}/ok`)).toMatchObject({ ok: true, valore: { status: 200 } });
    expect(await con(["127.0.0.1"])(`http://localhost:${porta()}/ok`)).toMatchObject({ ok: false });
  });

  it("holds for the service of tokens too", async () => {
    const auth: Autenticazione = {
      tipo: "oauth2",
      clientId: "io",
      clientSecret: "s",
      urlTokenEndpoint: `http://localhost:${porta()}/token`,
    };
    const prima = richieste.length;
    const esito = await createHttpClient({ clock, guardia: ["127.0.0.1"] }).request({
      method: "GET",
      url: `${base}/ok`,
      timeoutMillisecondi: 5_000,
      auth,
    });
    expect(esito).toMatchObject({ ok: false, errore: { dettaglio: expect.stringContaining("indirizzo non ammesso") } });
    expect(richieste).toHaveLength(prima);
  });
});

describe("compressed answers", () => {
  it.each(["/gzip", "/br", "/deflate"])("%s is read as the text it was", async (percorso) => {
    expect(await get(percorso)).toMatchObject({ ok: true, valore: { testo: "ciao compresso" } });
  });

  it("a bomb is cut at the limit, once decompressed", async () => {
    expect(await get("/bomba")).toMatchObject({ ok: false, errore: { causa: "troppo-grande" } });
  });
});
