import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRpp } from "../../../shared/contracts/pendenze-v1/rpp.ts";
import { type AmbienteApi, buildEvento, createAmbiente } from "../ambiente.ts";
import { IUV, RICEVUTA, seedPagamento } from "../pagamento/sostegno.ts";

type Handler = (evento: APIGatewayProxyEventV2, contesto: Context) => Promise<APIGatewayProxyStructuredResultV2>;

describe("GET /pendenze/v1/rpp", () => {
  let api: AmbienteApi;
  beforeAll(async () => {
    api = await createAmbiente();
    await seedPagamento(api);
  });
  afterAll(() => api.stop());
  const find = (query: Readonly<Record<string, string>> = {}) => api.invoke("pendenze-v1/findRpp", { query });

  it.each<[Record<string, string>, number]>([
    [{}, 1],
    [{ esito: "ESEGUITO", iuv: IUV }, 1],
    [{ esito: "DECORENNZA_PARZIALE" }, 0],
    [{ dataDa: "2026-11-25", dataA: "2026-11-25", ccp: RICEVUTA }, 1],
    [{ dataA: "2026-11-24" }, 0],
  ])("lists by %o under the names of v1", async (query, quanti) => {
    const { status, body } = await find(query);
    expect([status, body["numRisultati"]]).toEqual([200, quanti]);
  });

  it("links the debt of each attempt", async () => {
    expect((await find()).body["risultati"]).toMatchObject([
      { stato: "RT_ACCETTATA_PA", rt: { receiptId: RICEVUTA }, pendenza: "/pendenze/v1/pendenze/GEST-TRIBUTI/TARI-2026-1" },
    ]);
  });

  it.each(["esitoPagamento", "dataRptDa", "dataRtA", "idDebitore"])("does not know %s of v2", async (nome) => {
    expect(await find({ [nome]: "2026-11-25" })).toMatchObject({ status: 400, body: { dettaglio: expect.stringContaining(nome) } });
  });

  it("is answered by the function of v2, that tells the version by the path", async () => {
    const { handler }: { handler: Handler } = await import("../../../functions/pendenze/findRpp.ts");
    const evento = buildEvento(findRpp, { query: { esito: "ESEGUITO" } });
    const contesto = { awsRequestId: "11111111-2222-3333-4444-555555555555", functionName: "prova" } as Context;
    expect((await handler(evento, contesto)).statusCode).toBe(200);
    const diV2 = { ...evento, rawPath: "/pendenze/v2/rpp" };
    expect((await handler(diV2, contesto)).statusCode).toBe(400);
  });
});
