import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { CCP, IUV, RICEVUTA, seedPagamento } from "../pagamento/sostegno.ts";

describe("GET /pendenze/v2/rpp/{idDominio}/{iuv}/{ccp}", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it.each(["by its own code", "by the receipt"])("finds the attempt %s", async (come) => {
    const ccp = come === "by the receipt" ? RICEVUTA : CCP;
    const { status, body } = await ambiente.invoke("pendenze/getRpp", { params: { idDominio: COMUNE, iuv: IUV, ccp } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ stato: "RT_ACCETTATA_PA", rt: { receiptId: RICEVUTA } });
  });

  it("does not exist for who may not see the debt", async () => {
    const { status } = await ambiente.invoke("pendenze/getRpp", { params: { idDominio: COMUNE, iuv: IUV, ccp: CCP }, as: "gest-mensa" });
    expect(status).toBe(404);
  });
});
