/** What reaches the creditor's system: method, address and body of each call, and what its answers mean. */
import { expect, it } from "vitest";
import { ko, ok } from "../../domain/esito.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { createInterruttore, FALLIMENTI_MASSIMI } from "./interruttore.ts";
import type { RichiestaHttp } from "./messaggi.ts";
import { createSistemaEnte } from "./sistema-ente.ts";

const SERVIZIO = {
  url: "https://ente.example/api/",
  versioneApi: "REST v2",
  auth: { tipo: "basic", username: "u", password: "p" },
} as const;
const RICEVUTA = { idDominio: "01234567897", iuv: "1", idRicevuta: "r/1", idSession: "s", corpo: { a: 1 } };
const FLUSSO = { idDominio: "01234567897", idFlusso: "2026-11-24ABI-1", dataFlusso: "2026-11-24T18:30:00.000Z", xml: "<f/>" };

const call = async (status: number, how: (ente: ReturnType<typeof createSistemaEnte>) => Promise<unknown>) => {
  const richieste: RichiestaHttp[] = [];
  const request = async (richiesta: RichiestaHttp) => {
    richieste.push(richiesta);
    return ok({ status, headers: {}, testo: "no".repeat(300) });
  };
  return { esito: await how(createSistemaEnte({ request })), richiesta: richieste[0] };
};

it("the receipt is put at its own address", async () => {
  const { esito, richiesta } = await call(201, (ente) => ente.notifyRicevuta(SERVIZIO, RICEVUTA));
  expect(esito).toEqual(ok({ status: 201 }));
  expect(richiesta).toMatchObject({
    ...{ method: "PUT", url: "https://ente.example/api/ricevute/01234567897/1/r%2F1?idSession=s", auth: SERVIZIO.auth, body: '{"a":1}' },
  });
});

it.each([true, undefined])("what is of prova says so in a header, and only that (%s)", async (prova) => {
  for (const notify of [
    (ente: ReturnType<typeof createSistemaEnte>) => ente.notifyRicevuta(SERVIZIO, { ...RICEVUTA, prova }),
    (ente: ReturnType<typeof createSistemaEnte>) => ente.notifyPagamento(SERVIZIO, { ...RICEVUTA, prova }),
    (ente: ReturnType<typeof createSistemaEnte>) => ente.sendRpp(SERVIZIO, { ...RICEVUTA, ccp: "c", prova }),
  ])
    expect((await call(201, notify)).richiesta?.headers?.["fiorino-prova"]).toBe(prova && "true");
});

it("a settlement row is posted as JSON", async () => {
  const { richiesta } = await call(200, (ente) => ente.notifyRendicontazione(SERVIZIO, { iuv: "1" }));
  expect(richiesta).toMatchObject({ method: "POST", url: "https://ente.example/api/rendicontazioni", body: '{"iuv":"1"}' });
  expect(richiesta?.headers).toMatchObject({ "content-type": "application/json" });
});

it("a flow is posted as XML, with the instant of its emission", async () => {
  const { richiesta } = await call(200, (ente) => ente.sendFlusso({ url: "https://ente.example" }, FLUSSO));
  expect(richiesta).toMatchObject({
    method: "POST",
    url: "https://ente.example/flussiRendicontazione/01234567897/2026-11-24ABI-1?dataOraFlusso=2026-11-24T19%3A30%3A00.000%2B01%3A00",
    body: "<f/>",
  });
  expect(richiesta?.headers).toMatchObject({ "content-type": "application/xml" });
});

it("what is not taken says the status and the beginning of the answer", async () => {
  const { esito } = await call(422, (ente) => ente.notifyRendicontazione(SERVIZIO, {}));
  expect(esito).toMatchObject({
    ok: false,
    errore: { status: 422, dettaglio: expect.stringMatching(/^il sistema dell'ente ha risposto 422: (no){100}$/) },
  });
});

it("version 1 is told of a payment by POST", async () => {
  const pagamento = await call(200, (ente) =>
    ente.notifyPagamento(
      { ...SERVIZIO, versioneApi: "REST v1" },
      { idDominio: "01234567897", iuv: "1", idCarrello: "c", corpo: { rpt: {} } },
    ),
  );
  expect(pagamento.richiesta).toMatchObject({
    ...{ method: "POST", url: "https://ente.example/api/pagamenti/01234567897/1?idCarrello=c", body: '{"rpt":{}}' },
  });
});

it("version 1 is told of an attempt that was dropped at the address of the attempt", async () => {
  const corpo = { codice: "RPT_ANNULLATA", motivazione: "Sostituito da un tentativo più recente" };
  const { richiesta } = await call(200, (ente) =>
    ente.notifyAnnullamento({ ...SERVIZIO, versioneApi: "REST v1" }, { idDominio: "01234567897", iuv: "1", ccp: "a/b", corpo }),
  );
  expect(richiesta).toMatchObject({
    ...{ method: "POST", url: "https://ente.example/api/pagamenti/01234567897/1/a%2Fb/annulla", body: JSON.stringify(corpo) },
  });
});

it("the messages of a payment are posted in base64, those that there are", async () => {
  const { richiesta } = await call(200, (ente) =>
    ente.sendRpp({ url: "https://ente.example" }, { idDominio: "1", iuv: "2", ccp: "3", rt: "<è/>" }),
  );
  expect(richiesta).toMatchObject({ method: "POST", url: "https://ente.example/rpp/1/2/3", body: '{"rt":"PMOoLz4="}' });
});

it("a system that does not answer is left alone, and the others are called", async () => {
  const chiamati: string[] = [];
  const request = async ({ url }: RichiestaHttp) => {
    chiamati.push(new URL(url).host);
    return ko({ causa: "tempo", dettaglio: "tempo scaduto" } as const);
  };
  const ente = createSistemaEnte({ request }, createInterruttore(createClockFermo("2026-11-25T08:00:00.000Z")));
  for (let n = 0; n < FALLIMENTI_MASSIMI + 3; n += 1) await ente.notifyRicevuta(SERVIZIO, RICEVUTA);
  await ente.notifyRicevuta({ ...SERVIZIO, url: "https://altro.example" }, RICEVUTA);
  expect(chiamati).toEqual([...Array.from({ length: FALLIMENTI_MASSIMI }, () => "ente.example"), "altro.example"]);
});

it("a file is posted in UTF-8, with its name and its days; a summary at the address of its callback", async () => {
  const file = { idDominio: "1", id: "E1", nome: "mensile", nomeFile: "m.csv", da: "2026-11-01", a: "2026-11-30" };
  const latino = { ...file, contenuto: Uint8Array.of(0xe8) };
  const tracciato = await call(200, (ente) => ente.sendTracciato(SERVIZIO, latino));
  expect(tracciato.richiesta).toMatchObject({
    url: "https://ente.example/api/tracciatiContabili/1/E1?nome=mensile&nomeFile=m.csv&dataInizio=2026-11-01&dataFine=2026-11-30",
    body: "è",
  });
  for (const [contenutoChiesto, risorsa] of [
    ["SINTESI_PAGAMENTI", "rpp"],
    ["SINTESI_FLUSSI_RENDICONTAZIONE", "flussiRendicontazione"],
  ] as const) {
    const sintesi = await call(200, (ente) => ente.sendSintesi(SERVIZIO, { ...latino, contenutoChiesto, tipiPendenza: ["TARI", "COSAP"] }));
    expect(sintesi.richiesta).toMatchObject({
      url: `https://ente.example/api/${risorsa}/1/E1?dataInizio=2026-11-01&dataFine=2026-11-30&tipiPendenza=TARI%2CCOSAP`,
      headers: { "content-type": "text/csv; charset=utf-8" },
    });
  }
});
