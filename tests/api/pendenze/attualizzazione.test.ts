/** The whole way from a GET of a notice to the creditor's own system and back, over HTTP, with the functions as they are wired. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { numero } from "../../sostegno/pendenze.ts";
import { ends } from "../../sostegno/tempo.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

let api: ImpiantoPendenze;
let server: Server;
let risposta: (req: IncomingMessage, res: ServerResponse) => void;
const chieste: string[] = [];

const debito = (numeroAvviso: string, altro: Readonly<Record<string, unknown>> = {}) => ({
  stato: "NON_ESEGUITA",
  pendenza: corpo({ idA2A: "GEST-TRIBUTI", idPendenza: `ENTE-${numeroAvviso}`, numeroAvviso, ...altro }),
});
const answer = (valore: unknown): void => {
  risposta = (_req, res) => res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(valore));
};
const get = (numeroAvviso: string, altro: { as?: string; idDominio?: string; accept?: string } = {}) =>
  api.invoke("pendenze/getAvviso", {
    params: { idDominio: altro.idDominio ?? COMUNE, numeroAvviso },
    headers: { accept: altro.accept ?? "application/json" },
    ...(altro.as !== undefined && { as: altro.as }),
  });

beforeAll(async () => {
  server = createServer((req, res) => {
    chieste.push(`${req.method} ${req.url} ${req.headers.authorization ?? ""}`);
    risposta(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  const porta = typeof indirizzo === "object" && indirizzo ? indirizzo.port : 0;
  api = await createImpianto();
  const body = {
    principal: "gest-tributi",
    password: PASSWORD,
    domini: ["*"],
    tipiPendenza: ["*", "autodeterminazione"],
    apiPagamenti: true,
    apiPendenze: true,
    apiRagioneria: true,
    codificaAvvisi: { regExpIuv: "01\\d{15}", generazioneIuvInterna: true },
    servizioIntegrazione: { url: `http://127.0.0.1:${porta}/ec`, versioneApi: "REST v2", auth: { username: "u", password: "p" } },
    aggiornamentoValiditaMandatorio: true,
  };
  expect((await api.invoke("backoffice/addApplicazione", { params: { idA2A: "GEST-TRIBUTI" }, body })).status).toBe(200);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await api.stop();
});
beforeEach(() => {
  chieste.length = 0;
});

describe("GET of a notice that nobody loaded", () => {
  it("asks the application's system with its credentials, and shows what it stored", async () => {
    const numeroAvviso = numero(101);
    answer(debito(numeroAvviso, { dataValidita: null }));
    expect(await get(numeroAvviso)).toMatchObject({ status: 200, body: { stato: "NON_ESEGUITA", importo: 100.5, numeroAvviso } });
    expect(chieste).toEqual([`GET /ec/avvisi/${COMUNE}/${numeroAvviso} Basic ${Buffer.from("u:p").toString("base64")}`]);
    const letta = await api.invoke("pendenze/getPendenza", { params: chiave(`ENTE-${numeroAvviso}`) });
    expect(letta.body).toMatchObject({ numeroAvviso, tipo: "dovuto" });
    expect((await get(numeroAvviso, { accept: "application/pdf" })).status).toBe(200);
    expect(chieste).toHaveLength(1);
  });

  it.each([
    ["ANNULLATA", 422, "VER_013"],
    ["SCADUTA", 422, "VER_010"],
    ["DUPLICATA", 422, "VER_012"],
    ["SCONOSCIUTA", 404, "404000"],
  ])("that is %s there is %i %s", async (stato, status, codice) => {
    answer({ stato });
    expect(await get(numero(102))).toMatchObject({ status, body: { codice } });
  });

  it("whose system does not answer in time is 422 VER_014, within a second and a half, and the journal says why", async () => {
    risposta = () => {};
    expect(await ends(() => get(numero(103)))).toMatchObject({
      status: 422,
      body: { codice: "VER_014", categoria: "OPERAZIONE", dettaglio: expect.stringContaining("in tempo") },
    });
    const { Items = [] } = await api.dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    expect(Items.filter(({ iuv }) => iuv === numero(103).slice(1))).toMatchObject([
      {
        componente: "API_ENTE",
        ruolo: "CLIENT",
        esito: "FAIL",
        tipoEvento: "getAvviso",
        dettaglioEsito: expect.stringContaining("in tempo"),
      },
    ]);
  });

  it("answered with an invalid debt is 422 VER_014 naming the field", async () => {
    answer(debito(numero(104), { causale: "x".repeat(141) }));
    expect(await get(numero(104))).toMatchObject({ status: 422, body: { dettaglio: expect.stringContaining("causale") } });
  });

  it("asks nobody for who does not see the creditor, nor for a creditor that no pattern takes", async () => {
    answer(debito(numero(105)));
    expect((await get(numero(105), { as: "gest-mensa" })).status).toBe(404);
    const altro = numero(105, { segregationCode: "02" });
    expect((await get(altro, { idDominio: UNIONE })).status).toBe(404);
    expect(chieste).toEqual([]);
  });
});

describe("GET of the notice of a debt past its dataValidita", () => {
  it("asks by its name, and shows the amount of today", async () => {
    const numeroAvviso = numero(110);
    const vecchia = corpo({ numeroAvviso, dataValidita: "2020-01-01" });
    expect((await api.put("VALIDITA", vecchia)).status).toBe(201);
    const voci = [{ ...Object(corpo()["voci"])[0], importo: 110 }];
    answer({ stato: "NON_ESEGUITA", pendenza: { ...vecchia, ...chiave("VALIDITA"), importo: 110, voci, dataValidita: "2099-01-01" } });
    expect((await get(numeroAvviso)).body).toMatchObject({ importo: 110, dataValidita: "2099-01-01" });
    expect((await get(numeroAvviso)).status).toBe(200);
    expect(chieste).toEqual([expect.stringMatching(/^GET \/ec\/pendenze\/GEST-TRIBUTI\/VALIDITA /)]);
  });

  it("is refused when the application wants a confirmation that does not come", async () => {
    const numeroAvviso = numero(111);
    expect((await api.put("MANDATORIA", corpo({ numeroAvviso, dataValidita: "2020-01-01" }))).status).toBe(201);
    risposta = (_req, res) => res.writeHead(503).end();
    expect(await get(numeroAvviso)).toMatchObject({ status: 422, body: { codice: "VER_014", dettaglio: expect.stringContaining("503") } });
  });
});

describe("POST of a payment by notice", () => {
  it("asks the creditor's system for what it does not know, and says what it answers", async () => {
    answer({ stato: "ANNULLATA", descrizioneStato: "Ricorso accolto" });
    const body = { pendenze: [{ idDominio: COMUNE, numeroAvviso: numero(120) }], urlRitorno: "https://portale.example/" };
    expect(await api.invoke("pagamento/addPagamento", { body })).toMatchObject({
      status: 422,
      body: { codice: "VER_013", dettaglio: expect.stringContaining("Ricorso accolto") },
    });
    answer({ stato: "SCONOSCIUTA" });
    expect(await api.invoke("pagamento/addPagamento", { body })).toMatchObject({ status: 422, body: { codice: "VER_011" } });
  });
});

describe("a notice looked for by who has no credentials", () => {
  const ALTRUI = "VRDGPP80A01F205X";
  const caricata = numero(201);
  const search = (numeroAvviso: string, idDebitore = ALTRUI) =>
    api.invoke("pagamento/getAvviso", { as: null, params: { idDominio: COMUNE, numeroAvviso }, query: { idDebitore } });
  const pay = (numeroAvviso: string, idDebitore = ALTRUI) =>
    api.invoke("pagamento/addPagamento", {
      as: null,
      body: { pendenze: [{ idDominio: COMUNE, numeroAvviso, idDebitore }], urlRitorno: "https://portale.example.it/ritorno" },
    });
  beforeAll(async () => {
    answer(debito(caricata));
    expect((await get(caricata)).status).toBe(200);
  });

  it.each<[string, unknown]>([
    ["of somebody else", undefined],
    ["unknown", { stato: "SCONOSCIUTA" }],
    ["annulled", { stato: "ANNULLATA" }],
    ["paid", { stato: "DUPLICATA" }],
  ])("and %s at the creditor's answers and asks as one that is stored and of somebody else", async (_come, risposto) => {
    for (const [ask, codice] of [
      [search, "404000"],
      [pay, "VER_008"],
    ] as const) {
      const esiti = [];
      for (const numeroAvviso of [caricata, numero(202)]) {
        answer(risposto ?? debito(numeroAvviso));
        chieste.length = 0;
        const { status, body, testo } = await ask(numeroAvviso);
        esiti.push([status, body["codice"], testo.replaceAll(numeroAvviso, "N"), chieste.length]);
      }
      expect(esiti).toEqual([esiti[0], esiti[0]]);
      expect(esiti[0]).toEqual([expect.any(Number), codice, expect.any(String), 1]);
    }
    // And nobody can make us load the debts of others by guessing.
    expect((await api.invoke("pendenze/getPendenza", { params: chiave(`ENTE-${numero(202)}`) })).status).toBe(404);
  });

  it("and a creditor that does not answer is told to either", async () => {
    risposta = (_req, res) => res.writeHead(500).end();
    const esiti = [await search(caricata), await search(numero(203))];
    expect(esiti.map(({ status, body }) => [status, body["codice"]])).toEqual(
      [esiti[0], esiti[0]].map(() => [esiti[0]?.status, "VER_014"]),
    );
  });

  it("is given to its debtor, loaded or not", async () => {
    const nuovo = numero(204);
    answer(debito(nuovo));
    expect((await search(nuovo, "RSSMRA85T10A562S")).status).toBe(200);
    chieste.length = 0;
    expect([(await search(caricata, "RSSMRA85T10A562S")).status, chieste.length]).toEqual([200, 0]);
  });
});
