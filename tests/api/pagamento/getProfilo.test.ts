import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

describe("GET /pagamento/v2/profilo", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
  });
  afterAll(() => ambiente.stop());

  it("tells the application who it is and what it may do", async () => {
    const { status, body } = await ambiente.invoke("pagamento/getProfilo");
    expect(status).toBe(200);
    expect(body).toMatchObject({ nome: "GEST-TRIBUTI", domini: [{ idDominio: "*" }] });
    expect(body["acl"]).toContainEqual({ servizio: "API Pagamenti", autorizzazioni: ["R", "W"] });
  });
});
