import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { seedPagamento } from "./sostegno.ts";

describe("GET /pagamento/v2/pendenze (getPendenzaByAvviso)", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it("shows the debt with its attempts", async () => {
    const { status, body } = await ambiente.invoke("pagamento/getPendenzaByAvviso", {
      params: { idDominio: COMUNE, numeroAvviso: "301000000000000133" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ stato: "ESEGUITA", importo: 100.5, rpp: [{ stato: "RT_ACCETTATA_PA" }] });
  });

  it("needs the right to read payments, not debts", async () => {
    const { status } = await ambiente.invoke("pagamento/getPendenzaByAvviso", {
      params: { idDominio: COMUNE, numeroAvviso: "301000000000000133" },
      as: "senza-diritti",
    });
    expect(status).toBe(403);
  });
});
