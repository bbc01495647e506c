import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

describe("GET /backoffice/v1/prova-nuova/{id}", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
  });
  afterAll(() => ambiente.stop());

  it("answers", async () => {
    const { status } = await ambiente.invoke("backoffice/getProvaNuova", { params: { id: "1" } });
    expect(status).toBe(200);
  });
});
