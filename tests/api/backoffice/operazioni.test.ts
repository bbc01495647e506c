import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LambdaEmulator, startLambda } from "../../../local/emulators/lambda.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

let ambiente: AmbienteApi;
let lambda: LambdaEmulator;
let avviate: { lavoro: string; idEsecuzione: string }[] = [];

const invoke = (operazione: string, chiamata: Chiamata = {}): Promise<Esito> => ambiente.invoke(operazione, chiamata);
const campione = (id: string): Promise<Esito> => {
  const { pathParameters, queryStringParameters, body } = findCampione(id);
  return invoke(id, {
    ...(pathParameters && { params: pathParameters }),
    ...(queryStringParameters && { query: queryStringParameters }),
    ...(body !== undefined && { body }),
  });
};

/** The deployed job in process, as Lambda would call it. */
const run = async (idEsecuzione: string): Promise<unknown> => {
  const { handler } = await import("../../../functions/scheduled/controllaScadenze.ts");
  return handler({ schedulazione: "controllaScadenze", idEsecuzione }, Object.assign(Object.create(null), { awsRequestId: "prova" }));
};

beforeAll(async () => {
  lambda = await startLambda();
  lambda.attach({
    invoke: async (lavoro, evento) => {
      avviate.push({ lavoro, idEsecuzione: Object(evento).idEsecuzione });
      return { ok: true, payload: null, millisecondi: 1 };
    },
    hasFunction: (nome) => nome.startsWith("prova-job-"),
    report: () => {},
  });
  ambiente = await createAmbiente({ AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint });
});
afterAll(async () => {
  await ambiente.stop();
  await lambda.stop();
});

describe("the internal jobs over the API", () => {
  it("are listed with their next run, whether or not they have ever run", async () => {
    const { status, body } = await campione("backoffice/findOperazioni");
    expect([status, body["numRisultati"]]).toEqual([200, expect.any(Number)]);
    expect(body["risultati"]).toContainEqual({
      idOperazione: "acquisisciFlussi",
      descrizione: expect.stringContaining("flussi"),
      location: "/operazioni/acquisisciFlussi",
      schedulazione: "cron(0 4,8,12,16,20 * * ? *)",
      stato: "FERMA",
      prossimaEsecuzione: expect.stringMatching(/^\d{4}-\d\d-\d\dT(04|08|12|16|20):00:00/),
    });
  });

  it("POST starts one, answers where to look, and its end is found there and in the list", async () => {
    expect((await campione("backoffice/startOperazione")).status).toBe(findCampione("backoffice/startOperazione").expected.status);
    avviate = [];
    const avvio = await invoke("backoffice/startOperazione", { params: { idOperazione: "controllaScadenze" }, body: {} });
    expect([avvio.status, avvio.headers["location"]]).toEqual([202, `/operazioni/stato/${avvio.body["id"]}`]);
    expect(avviate).toEqual([{ lavoro: "prova-job-controllaScadenze", idEsecuzione: avvio.body["id"] }]);
    const id = String(avvio.body["id"]);
    const prima = await invoke("backoffice/getStatoOperazione", { params: { id } });
    expect(prima.body).toMatchObject({ percentuale: 0, esecuzione: { stato: "RICHIESTA", principal: "amministratore" } });
    await run(id);
    const dopo = await invoke("backoffice/getStatoOperazione", { params: { id } });
    expect(dopo.body).toMatchObject({ percentuale: 100, stato: "OK", esecuzione: { stato: "CONCLUSA", cifre: expect.any(Object) } });
    const { body } = await invoke("backoffice/findOperazioni");
    expect(body["risultati"]).toContainEqual(
      expect.objectContaining({
        idOperazione: "controllaScadenze",
        ultimaEsecuzione: expect.objectContaining({ id, origine: "OPERATORE" }),
      }),
    );
    expect(await run(id)).toEqual({ saltate: 1 });
  });

  it("GET still starts one, under GovPay's name too, and asks for the right to write", async () => {
    avviate = [];
    const { status, body } = await campione("backoffice/getOperazione");
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ idOperazione: "acquisisciFlussi", stato: 0, esito: "Operazione avviata" }),
    ]);
    expect(avviate).toMatchObject([{ lavoro: "prova-job-acquisisciFlussi" }]);
  });

  it("the state by name is that of the last run", async () => {
    expect((await campione("backoffice/getStatoOperazione")).status).toBe(404);
    const { status, body } = await invoke("backoffice/getStatoOperazione", { params: { id: "controllaScadenze" } });
    expect([status, body["stato"]]).toEqual([200, "OK"]);
  });

  it.each([
    ["a job that is not there", "startOperazione", { params: { idOperazione: "resetCacheAnagrafica" }, body: {} }, 404, "404000"],
    ["a name that is not one", "startOperazione", { params: { idOperazione: "a/../b" }, body: {} }, 400, "SINTASSI"],
    ["a body with another field", "startOperazione", { params: { idOperazione: "controllaIban" }, body: { force: true } }, 400, "SINTASSI"],
    [
      "a parameter that is not there",
      "getOperazione",
      { params: { idOperazione: "controllaIban" }, query: { forza: "true" } },
      400,
      "100001",
    ],
    ["a run that is not there", "getStatoOperazione", { params: { id: "0".repeat(32) } }, 404, "404000"],
  ] as const)("refuses %s", async (_caso, id, chiamata, status, codice) => {
    const prima = avviate.length;
    const esito = await invoke(`backoffice/${id}`, chiamata);
    expect([esito.status, esito.body["codice"], avviate.length]).toEqual([status, codice, prima]);
  });

  it("answers 502 BATCH_001 when the call is refused, and nothing stays open", async () => {
    lambda.attach({ invoke: async () => ({ ok: true, payload: null, millisecondi: 1 }), hasFunction: () => false, report: () => {} });
    const esito = await invoke("backoffice/startOperazione", { params: { idOperazione: "controllaIban" }, body: {} });
    expect([esito.status, esito.body["codice"]]).toEqual([502, "BATCH_001"]);
  });
});
