import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { seedPagamento } from "./sostegno.ts";

describe("GET /pagamento/v2/pendenze (getPendenza)", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it("shows the debt with its attempts", async () => {
    const { status, body } = await ambiente.invoke("pagamento/getPendenza", {
      params: { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ stato: "ESEGUITA", importo: 100.5, rpp: [{ stato: "RT_ACCETTATA_PA" }] });
  });

  it("needs the right to read payments, not debts", async () => {
    const { status } = await ambiente.invoke("pagamento/getPendenza", {
      params: { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" },
      as: "senza-diritti",
    });
    expect(status).toBe(403);
  });
});
