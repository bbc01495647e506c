import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { seedPagamento } from "../pagamento/sostegno.ts";
import { chiave } from "../pendenze/impianto.ts";

describe("GET /pendenze/v1/pendenze/{idA2A}/{idPendenza}", () => {
  let api: AmbienteApi;
  beforeAll(async () => {
    api = await createAmbiente();
    await seedPagamento(api);
  });
  afterAll(() => api.stop());
  const get = (idPendenza: string, as = "gest-tributi") => api.invoke("pendenze-v1/getPendenza", { params: chiave(idPendenza), as });

  it("shows the debt with its items and its attempts, each with a link to the debt", async () => {
    const { status, body, testo } = await get("TARI-2026-1");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      stato: "ESEGUITA",
      voci: [{ indice: 1 }],
      rpp: [{ stato: "RT_ACCETTATA_PA", pendenza: "/pendenze/v1/pendenze/GEST-TRIBUTI/TARI-2026-1" }],
    });
    expect(testo).not.toMatch(/"(documento|proprieta|allegati)"/);
  });

  it("does not exist for who may not see it", async () => {
    expect((await get("TARI-2026-1", "gest-mensa")).status).toBe(404);
    expect((await get("IGNOTA")).status).toBe(404);
  });
});
