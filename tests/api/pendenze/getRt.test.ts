import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { CCP, IUV, ORIGINALE, RICEVUTA, seedPagamento } from "../pagamento/sostegno.ts";

describe("GET /pendenze/v2/rpp/{idDominio}/{iuv}/{ccp}/rt", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it.each(["by its own code", "by the receipt"])("finds the attempt %s", async (come) => {
    const ccp = come === "by the receipt" ? RICEVUTA : CCP;
    const { status, body } = await ambiente.invoke("pendenze/getRt", { params: { idDominio: COMUNE, iuv: IUV, ccp } });
    expect(status).toBe(200);
    expect(body).toEqual({ receiptId: RICEVUTA, paymentAmount: 100.5 });
  });

  it("does not exist for who may not see the debt", async () => {
    const { status } = await ambiente.invoke("pendenze/getRt", { params: { idDominio: COMUNE, iuv: IUV, ccp: CCP }, as: "gest-mensa" });
    expect(status).toBe(404);
  });

  it("gives back the Node's message as it came when XML is asked for", async () => {
    const { status, headers, testo } = await ambiente.invoke("pendenze/getRt", {
      params: { idDominio: COMUNE, iuv: IUV, ccp: CCP },
      headers: { accept: "application/xml" },
    });
    expect([status, headers["content-type"], testo]).toEqual([200, "application/xml", ORIGINALE]);
  });
});
