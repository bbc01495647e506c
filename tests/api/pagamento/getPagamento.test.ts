import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { PAGAMENTO, seedPagamento } from "./sostegno.ts";

describe("GET /pagamento/v2/pagamenti/{id}", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it("shows the payment and its debts to the application that started it", async () => {
    const { status, body } = await ambiente.invoke("pagamento/getPagamento", { params: { id: PAGAMENTO } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: PAGAMENTO,
      stato: "ESEGUITO",
      importo: 100.5,
      dataRichiestaPagamento: "2026-11-25T10:58:00.000+01:00",
    });
    expect(body["pendenze"]).toMatchObject([
      { idPendenza: "TARI-2026-1", stato: "ESEGUITO", pendenza: "/pagamento/v2/pendenze/GEST-TRIBUTI/TARI-2026-1" },
    ]);
  });

  it("does not exist for another application", async () => {
    const { status, body } = await ambiente.invoke("pagamento/getPagamento", { params: { id: PAGAMENTO }, as: "gest-mensa" });
    expect([status, body["codice"]]).toEqual([404, "404000"]);
  });
});
