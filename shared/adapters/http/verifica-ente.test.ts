/** The client of the creditors' systems against a real server on the loopback that behaves in every way such systems do. */
import { createServer, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ends } from "../../../tests/sostegno/tempo.ts";
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import { ko, ok } from "../../domain/esito.ts";
import type { ApplicazioneInterrogabile } from "../../domain/pendenze/attualizzazione.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { createHttpClient } from "./client.ts";
import { createVerificaEnte } from "./verifica-ente.ts";

let server: Server;
let base = "";
let rispondi: (res: ServerResponse) => void = (res) => res.end("{}");
const chiamate: { url: string; auth: string | undefined; chiave: string | string[] | undefined }[] = [];

beforeAll(async () => {
  server = createServer((req, res) => {
    chiamate.push({ url: req.url ?? "", auth: req.headers.authorization, chiave: req.headers["x-api-key"] });
    rispondi(res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  base = typeof indirizzo === "object" && indirizzo ? `http://127.0.0.1:${indirizzo.port}` : "";
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const http = createHttpClient({ clock: createClockFermo("2026-03-01T10:00:00.000Z") });
/** Reads "{}" as a verification, refuses the rest. */
const createClient = (attesaMillisecondi: number) =>
  createVerificaEnte(http, (testo) => (testo === "{}" ? ok({ stato: "ANNULLATA" }) : ko("corpo: non è JSON")), attesaMillisecondi);
const client = createClient(5_000);

type Servizio = NonNullable<Applicazione["servizioIntegrazione"]>;
const applicazione = (altro: Partial<Servizio> = {}): ApplicazioneInterrogabile => ({
  versione: 1,
  idA2A: "GEST-TRIBUTI",
  principal: "gest-tributi",
  domini: "*",
  tipiPendenza: "*",
  acl: [],
  ruoli: [],
  abilitato: true,
  autodeterminazione: false,
  apiPagamenti: true,
  apiPendenze: true,
  apiRagioneria: true,
  servizioIntegrazione: { url: `${base}/ente/`, versioneApi: "REST v2", ...altro },
});
const AVVISO = { operazione: "getAvviso", idDominio: "01234567897", numeroAvviso: "301000000000000133", iuv: "01000000000000133" } as const;
const PENDENZA = { operazione: "verifyPendenza", idA2A: "GEST-TRIBUTI", idPendenza: "P-1" } as const;
const con = (risposta: (res: ServerResponse) => void): void => {
  rispondi = risposta;
  chiamate.length = 0;
};

describe("verification at the creditor's system", () => {
  it.each([
    ["REST v2", AVVISO, "/ente/avvisi/01234567897/301000000000000133"],
    ["REST v1", AVVISO, "/ente/avvisi/01234567897/01000000000000133"],
    ["REST v2", PENDENZA, "/ente/pendenze/GEST-TRIBUTI/P-1"],
    ["REST v1", PENDENZA, "/ente/pendenze/GEST-TRIBUTI/P-1"],
  ] as const)("%s asks %o at %s", async (versioneApi, richiesta, url) => {
    con((res) => res.end("{}"));
    const risposta = await client.verify(applicazione({ versioneApi }), richiesta);
    expect(risposta).toMatchObject({ esito: { ok: true, valore: { stato: "ANNULLATA" } }, scambio: { url: base + url, status: 200 } });
    expect(chiamate).toMatchObject([{ url }]);
  });

  it("takes 201 too, as version 1 answers", async () => {
    con((res) => res.writeHead(201).end("{}"));
    expect((await client.verify(applicazione({ versioneApi: "REST v1" }), AVVISO)).esito.ok).toBe(true);
  });

  it("presents the credentials, and keeps them and the query of the address out of what it tells", async () => {
    con((res) => res.end("{}"));
    const basic = applicazione({ url: `${base}/ente?ente=7`, auth: { tipo: "basic", username: "u", password: "segreta" } });
    expect((await client.verify(basic, PENDENZA)).scambio?.url).toBe(`${base}/ente/pendenze/GEST-TRIBUTI/P-1`);
    await client.verify(applicazione({ auth: { tipo: "apikey", apiId: "id", apiKey: "chiave" } }), PENDENZA);
    expect(chiamate).toMatchObject([
      { url: "/ente/pendenze/GEST-TRIBUTI/P-1?ente=7", auth: `Basic ${Buffer.from("u:segreta").toString("base64")}` },
      { chiave: "chiave" },
    ]);
  });

  it("cannot be sent to another host by what is asked", async () => {
    con((res) => res.end("{}"));
    await client.verify(applicazione(), { ...PENDENZA, idPendenza: "../../@altrove.example/x?y#z" });
    expect(chiamate.map(({ url }) => url)).toEqual(["/ente/pendenze/GEST-TRIBUTI/..%2F..%2F%40altrove.example%2Fx%3Fy%23z"]);
  });

  it.each<[string, (res: ServerResponse) => void, string]>([
    ["an error", (res) => res.writeHead(503).end("giù"), "http"],
    ["a redirect, which is not followed", (res) => res.writeHead(302, { location: "http://altrove.example/" }).end(), "http"],
    ["a page", (res) => res.writeHead(200, { "content-type": "text/html" }).end("<html>Benvenuti</html>"), "illeggibile"],
    ["nothing", (res) => res.writeHead(204).end(), "http"],
    ["half a megabyte and more", (res) => res.end(`"${"x".repeat(600 * 1024)}"`), "troppo-grande"],
    ["a broken connection", (res) => res.socket?.destroy(), "rete"],
  ])("answered with %s, fails and says why without addresses", async (_caso, risposta, causa) => {
    con(risposta);
    const { esito } = await client.verify(applicazione(), AVVISO);
    expect(esito).toMatchObject({ ok: false, errore: { causa } });
    expect(!esito.ok && esito.errore.dettaglio).not.toContain("127.0.0.1");
    expect(chiamate).toHaveLength(1);
  });

  it.each([
    ["never", (_res: ServerResponse) => {}],
    [
      "a byte at a time",
      (res: ServerResponse) => {
        res.writeHead(200);
        const goccia = setInterval(() => res.write(" "), 100);
        res.on("close", () => clearInterval(goccia));
      },
    ],
  ])("answered %s, gives up in time", async (_caso, risposta) => {
    con(risposta);
    expect((await ends(() => createClient(500).verify(applicazione(), AVVISO))).esito).toMatchObject({
      ok: false,
      errore: { causa: "tempo" },
    });
  });

  it.each(["file:///etc/passwd", "http://", "nessuno"])("asks nothing of %s", async (url) => {
    expect(await client.verify(applicazione({ url }), AVVISO)).toMatchObject({ esito: { ok: false, errore: { causa: "rete" } } });
  });
});
