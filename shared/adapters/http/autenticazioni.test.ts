/** How a connector presents itself, kind by kind, as the other side sees it: real servers, one of them with mutual TLS. */
import { createServer as createHttp, type Server } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createCertificato } from "../../../tests/sostegno/certificato.ts";
import type { Autenticazione } from "../../domain/anagrafiche/creditore.ts";
import type { Segreti } from "../../ports/segreti.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { createHttpClient } from "./client.ts";
import { withSegreti } from "./segreti-uscite.ts";

const FINE = "2090-01-01T00:00:00Z";
const servizio = createCertificato({ CN: "localhost" }, FINE);
const nostro = createCertificato({ CN: "fiorino", O: "Comune", C: "IT" }, FINE);
const altrui = createCertificato({ CN: "intruso" }, FINE);

const CHIAVI: Readonly<Record<string, string>> = {
  certificato: `${nostro.cert}${nostro.key}`,
  intruso: `${altrui.cert}${altrui.key}`,
  "senza-chiave": nostro.cert,
  parola: "pàss:1",
};
const segreti: Segreti = {
  get: async (nome) => {
    const valore = CHIAVI[nome];
    return valore === undefined ? undefined : { valori: [valore] };
  },
};

let chiaro: Server;
let mutuo: Server;
const visti: (readonly [string, string])[] = [];
let token = 0;
/** What happens while a token is made. */
let nelFrattempo = (): void => {};

const listen = (server: Server): Promise<void> => new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const baseDi = (server: Server, protocollo: string): string => `${protocollo}://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  chiaro = createHttp((req, res) => {
    visti.push([req.url ?? "", String(req.headers.authorization ?? req.headers["x-chiave"] ?? req.headers["x-api-key"] ?? "nessuna")]);
    if (req.url === "/mai") return;
    if (req.url !== "/token") return void res.end("ok");
    token += 1;
    nelFrattempo();
    // Slow enough for the others to come meanwhile.
    setTimeout(
      () => res.setHeader("content-type", "application/json").end(JSON.stringify({ access_token: `t${token}`, expires_in: 120 })),
      50,
    );
  });
  mutuo = createHttps({ ...servizio, ca: nostro.cert, requestCert: true, rejectUnauthorized: true }, (req, res) => {
    const { subject } = req.socket instanceof TLSSocket ? req.socket.getPeerCertificate() : { subject: { CN: "?" } };
    res.end(`ciao ${subject.CN}`);
  });
  await Promise.all([listen(chiaro), listen(mutuo)]);
});

afterAll(() => {
  for (const server of [chiaro, mutuo]) {
    server.closeAllConnections();
    server.close();
  }
});

const clock = createClockFermo("2026-03-01T10:00:00.000Z");
const createClient = () => withSegreti(createHttpClient({ clock }), segreti);
const call = (url: string, auth?: Autenticazione, client = createClient()) =>
  client.request({ method: "GET", url, timeoutMillisecondi: 3_000, auth });

describe("a connector presents itself", () => {
  it.each<readonly [string, Autenticazione | undefined, string]>([
    ["without credentials", undefined, "nessuna"],
    [
      "with a password",
      { tipo: "basic", username: "io", password: "segreto:parola" },
      `Basic ${Buffer.from("io:pàss:1").toString("base64")}`,
    ],
    ["with a header of its own", { tipo: "header", headerName: "X-Chiave", headerValue: "valore" }, "valore"],
    ["with an API key", { tipo: "apikey", apiId: "io", apiKey: "chiave" }, "chiave"],
  ])("%s", async (_caso, auth, visto) => {
    expect(await call(`${baseDi(chiaro, "http")}/chi`, auth)).toMatchObject({ ok: true, valore: { status: 200 } });
    expect(visti.at(-1)).toEqual(["/chi", visto]);
  });

  it("with a token: one request for those who come together, another before it expires, another when it is refused", async () => {
    const base = baseDi(chiaro, "http");
    const auth: Autenticazione = { tipo: "oauth2", clientId: "io", clientSecret: "segreto:parola", urlTokenEndpoint: `${base}/token` };
    const client = createClient();
    await Promise.all(Array.from({ length: 5 }, () => call(`${base}/chi`, auth, client)));
    expect([token, visti.slice(-5).map(([, visto]) => visto)]).toEqual([1, Array(5).fill("Bearer t1")]);
    clock.advance(89_000);
    await call(`${base}/chi`, auth, client);
    expect(visti.at(-1)?.[1]).toBe("Bearer t1");
    clock.advance(2_000);
    await call(`${base}/chi`, auth, client);
    expect([token, visti.at(-1)?.[1]]).toEqual([2, "Bearer t2"]);
  });

  it("with a token that takes its time: what is left of the limit is all the request has", async () => {
    const base = baseDi(chiaro, "http");
    const auth: Autenticazione = { tipo: "oauth2", clientId: "io", clientSecret: "segreto:parola", urlTokenEndpoint: `${base}/token` };
    // A stopwatch that only the token moves.
    vi.useFakeTimers({ toFake: ["performance"] });
    nelFrattempo = () => vi.advanceTimersByTime(2_950);
    try {
      expect(await call(`${base}/mai`, auth)).toMatchObject({
        ok: false,
        errore: { causa: "tempo", dettaglio: "nessuna risposta completa entro 50 ms" },
      });
    } finally {
      vi.useRealTimers();
      nelFrattempo = () => {};
    }
  });
});

describe("with a client certificate", () => {
  const con = (certificatoClient: string, autorita: string | undefined = servizio.cert): Autenticazione => ({
    tipo: "certificato",
    certificatoClient,
    ...(autorita !== undefined && { autorita }),
  });

  it("is recognised by who asks for it, and recognises them", async () => {
    expect(await call(`https://localhost:${(mutuo.address() as AddressInfo).port}`, con("segreto:certificato"))).toMatchObject({
      ok: true,
      valore: { status: 200, testo: "ciao fiorino" },
    });
  });

  it.each<readonly [string, Autenticazione | undefined, RegExp]>([
    ["of somebody else", con("segreto:intruso"), /CERT|SSL|ECONNRESET|EPIPE/],
    ["that is not there", undefined, /SELF_SIGNED|CERT|SSL/],
    ["towards a server that nobody vouches for", { tipo: "certificato", certificatoClient: "segreto:certificato" }, /SELF_SIGNED/],
    ["without its key", con("segreto:senza-chiave"), /certificato e chiave privata in PEM/],
    ["whose secret does not exist", con("segreto:ignoto"), /il segreto ignoto non esiste/],
  ])("%s the call fails", async (_caso, auth, dettaglio) => {
    expect(await call(`https://localhost:${(mutuo.address() as AddressInfo).port}`, auth)).toMatchObject({
      ok: false,
      errore: { causa: "rete", dettaglio: expect.stringMatching(dettaglio) },
    });
  });
});
