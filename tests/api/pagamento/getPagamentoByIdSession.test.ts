import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { PAGAMENTO, seedPagamento } from "./sostegno.ts";

describe("GET /pagamento/v2/pagamenti/byIdSession/{idSession}", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it("finds the payment by the session given at the start", async () => {
    const { status, body } = await ambiente.invoke("pagamento/getPagamentoByIdSession", { params: { idSession: PAGAMENTO } });
    expect([status, body["id"]]).toEqual([200, PAGAMENTO]);
  });

  it("answers 404 for an unknown session", async () => {
    const { status } = await ambiente.invoke("pagamento/getPagamentoByIdSession", { params: { idSession: "altra" } });
    expect(status).toBe(404);
  });
});
