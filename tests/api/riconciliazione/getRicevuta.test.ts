/** The detail of a receipt. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, IUR, IUV, seedRiconciliazione } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const params = { idDominio: COMUNE, iuv: IUV, idRicevuta: IUR };

it("porta la pendenza pagata, il JSON e l'originale byte per byte", async () => {
  const { status, body } = await ambiente.invoke("riconciliazione/getRicevuta", { params });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    importo: 10.01,
    esito: "ESEGUITO",
    modello: "Pagamento ad iniziativa PSP",
    pendenza: {
      idPendenza: "PND-1",
      stato: "ESEGUITA",
      dominio: { ragioneSociale: "Comune di Prova" },
      voci: [{ riscossione: { iur: IUR, stato: "RISCOSSA" } }],
    },
    rt: { tipo: "ctReceipt", xml: Buffer.from("<busta/>").toString("base64"), json: { receiptId: IUR } },
  });
});

it("404 a una ricevuta che non c'è, 403 a un dominio altrui", async () => {
  expect((await ambiente.invoke("riconciliazione/getRicevuta", { params: { ...params, idRicevuta: "altra" } })).status).toBe(404);
  expect((await ambiente.invoke("riconciliazione/getRicevuta", { params, as: "gest-mensa" })).status).toBe(403);
});
