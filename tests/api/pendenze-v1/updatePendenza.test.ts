import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCampione } from "../../sostegno/campioni.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { chiave, corpo } from "../pendenze/impianto.ts";

describe("PATCH /pendenze/v1/pendenze/{idA2A}/{idPendenza}", () => {
  let api: AmbienteApi;
  beforeAll(async () => {
    api = await createAmbiente();
  });
  afterAll(() => api.stop());

  it("annuls with its reason and answers 200 without a body; what is not there is 404", async () => {
    const { pathParameters, body, expected } = findCampione("pendenze-v1/updatePendenza");
    const params = pathParameters ?? {};
    expect((await api.invoke("pendenze-v1/updatePendenza", { params, body })).status).toBe(404);
    await api.invoke("pendenze-v1/addPendenza", { params, body: corpo() });
    const { status, testo } = await api.invoke("pendenze-v1/updatePendenza", { params, body });
    expect([status, testo]).toEqual([expected.status, ""]);
    expect((await api.invoke("pendenze-v1/getPendenza", { params })).body).toMatchObject({
      stato: "ANNULLATA",
      descrizioneStato: "Emessa per errore",
    });
  });

  it("refuses the debts of another application", async () => {
    const body = [{ op: "REPLACE", path: "/stato", value: "ANNULLATA" }];
    expect(await api.invoke("pendenze-v1/updatePendenza", { params: chiave("P1", "GEST-MENSA"), body })).toMatchObject({
      status: 400,
      body: { codice: "APP_002" },
    });
  });
});
