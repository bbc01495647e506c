import { marshall } from "@aws-sdk/util-dynamodb";
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Elemento } from "../../../shared/ports/deposito.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

const CONTESTO = { awsRequestId: "11111111-2222-3333-4444-555555555555", functionName: "prova" } as Context;
const GIORNO = "2026-11-24";

/** From the journal written by a real operation, through the stream's consumer and the nightly job, to the verification over the API. */
describe("i sigilli del giornale", () => {
  let s3: DepositoS3;
  let api: AmbienteApi;
  let sequenza = 100;

  const at = (istante: string) => vi.setSystemTime(new Date(istante));
  const eventi = async (): Promise<readonly Elemento[]> =>
    (await api.deposito.query({ tabella: "eventi", indice: "perElenco", pk: "-", ordine: "asc", limite: 100 })).elementi;
  /** Bytes reach a Lambda as base64. */
  const toTestuale = (immagine: object): unknown =>
    JSON.parse(
      JSON.stringify(immagine, (campo, valore) => (campo === "B" ? Buffer.from(Object.values<number>(valore)).toString("base64") : valore)),
    );
  /** As the stream gives it: keys, image, position. */
  const record = (eventName: "INSERT" | "MODIFY" | "REMOVE", elemento: Elemento, altro: object = {}) => {
    sequenza += 1;
    const { pk, sk } = elemento;
    const dynamodb = {
      Keys: marshall({ pk, sk }),
      SequenceNumber: String(sequenza),
      ...(eventName !== "REMOVE" && { NewImage: toTestuale(marshall(elemento)) }),
    };
    return { eventName, dynamodb, ...altro };
  };
  const stream = async (...Records: object[]): Promise<DynamoDBBatchResponse> => {
    const { handler } = await import("../../../functions/consumers/sigilli.ts");
    return handler({ Records } as DynamoDBStreamEvent);
  };
  const close = async () => {
    const { handler } = await import("../../../functions/scheduled/chiudiGiornale.ts");
    return handler({}, CONTESTO);
  };
  const verify = (giorno: string, parte = "0") => api.invoke("backoffice/verificaSigillo", { params: { giorno }, query: { parte } });

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${GIORNO}T10:00:00.000Z`) });
    s3 = await startDepositoS3();
    api = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_SIGILLI: "sigilli" });
    await api.invoke("backoffice/addOperatore", { params: { principal: "chiunque" }, body: { ragioneSociale: 1 } });
    await stream(...(await eventi()).map((evento) => record("INSERT", evento)));
  });
  afterEach(() => at("2026-11-25T02:10:00.000Z"));
  afterAll(async () => {
    vi.useRealTimers();
    await api.stop();
    await s3.stop();
  });

  it("del giorno in corso non c'è il sigillo", async () => {
    expect(await close()).toMatchObject({ chiusi: 1, eventi: 0 });
    // The verification is journaled too, on the day on which it is asked.
    at("2026-11-25T02:00:00.000Z");
    expect((await verify(GIORNO)).status).toBe(404);
  });

  it("il giorno chiuso è integro, e il suo sigillo segue quello del giorno prima", async () => {
    expect(await close()).toMatchObject({ chiusi: 1, eventi: 1, alterazioni: 0 });
    const elenco = await api.invoke("backoffice/findSigilli");
    expect(elenco.status).toBe(200);
    const [ultimo, primo] = elenco.body["risultati"] as Record<string, unknown>[];
    expect([ultimo?.["giorno"], ultimo?.["precedente"]]).toEqual([GIORNO, primo?.["impronta"]]);
    const { status, body } = await verify(GIORNO);
    expect([status, body["esito"], body["verificati"], body["parti"]]).toEqual([200, "INTEGRO", 1, 2]);
    expect((await verify(GIORNO, "1")).body["esito"]).toBe("INTEGRO");
    expect((await verify(GIORNO, "2")).status).toBe(400);
    expect([...s3.oggetti.keys()].filter((nome) => nome.startsWith("sigilli/segmenti/"))).toHaveLength(1);
  });

  it("un evento cambiato si scopre, e la modifica vista dallo stream resta scritta", async () => {
    const [evento] = await eventi();
    if (!evento) throw new Error("nessun evento");
    const alterato = { ...evento, esito: "OK" };
    await api.deposito.commit([{ azione: "sostituisci", tabella: "eventi", elemento: alterato, versione: 1 }]);
    await stream(record("MODIFY", alterato));
    const { body } = await verify(GIORNO);
    expect([body["esito"], body["anomalie"]]).toEqual([
      "ALTERATO",
      [{ tipo: "EVENTO_MODIFICATO", dettaglio: `${evento.pk} ${evento.sk}` }],
    ]);
    at("2026-11-26T02:10:00.000Z");
    expect(await close()).toMatchObject({ alterazioni: 1 });
  });

  it("gli eventi tolti da DynamoDB alla loro scadenza non sono alterazioni, gli altri sì", async () => {
    const [evento] = await eventi();
    if (!evento) throw new Error("nessun evento");
    at("2026-11-26T10:00:00.000Z");
    await stream(record("REMOVE", evento, { userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" } }));
    await stream(record("REMOVE", evento));
    at("2026-11-27T02:10:00.000Z");
    expect(await close()).toMatchObject({ chiusi: 1, eventi: 0, alterazioni: 1 });
    expect((await verify("2026-11-26")).body["anomalie"]).toMatchObject([{ tipo: "ALTERAZIONE_REGISTRATA" }]);
  });

  it("chi non vede tutti i creditori non li vede", async () => {
    expect((await api.invoke("backoffice/findSigilli", { as: null })).status).toBe(401);
    expect((await api.invoke("backoffice/verificaSigillo", { params: { giorno: "ieri" } })).status).toBe(400);
  });
});
