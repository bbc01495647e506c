import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { CCP, IUV, PAGAMENTO, seedPagamento } from "../pagamento/sostegno.ts";

describe("GET /pendenze/v2/rpp", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it.each<[string, Record<string, string>, number]>([
    ["everything of the application", {}, 1],
    ["payment code", { iuv: IUV }, 1],
    ["attempt", { ccp: CCP }, 1],
    ["portal payment", { idPagamento: PAGAMENTO }, 1],
    ["another payment", { idPagamento: "altro" }, 0],
    ["outcome", { esitoPagamento: "ESEGUITO" }, 1],
    ["another outcome", { esitoPagamento: "IN_CORSO" }, 0],
    ["an outcome of the retired model", { esitoPagamento: "DECORRENZA" }, 0],
    ["another application", { idA2A: "GEST-MENSA" }, 0],
    ["date of the request", { dataRptDa: "2026-11-25", dataRptA: "2026-11-25" }, 1],
  ])("lists by %s", async (_caso, query, quanti) => {
    const { status, body } = await ambiente.invoke("pendenze/findRpp", { query });
    expect(status).toBe(200);
    expect(body["numRisultati"]).toBe(quanti);
  });

  it("shows request and receipt together", async () => {
    const { body } = await ambiente.invoke("pendenze/findRpp");
    expect(body["risultati"]).toMatchObject([
      { stato: "RT_ACCETTATA_PA", rpt: { paymentAmount: 100.5 }, rt: { receiptId: "ricevuta-1" }, modello: "Modello unico" },
    ]);
  });
});
