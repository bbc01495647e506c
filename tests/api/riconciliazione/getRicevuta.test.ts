/** The detail of a receipt. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildRicevuta } from "../../sostegno/esempi.ts";
import { buildIuv } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, IUR, IUV, openArchivio, seedRiconciliazione } from "./archivio.ts";

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

it("la stampa in PDF, anche di un avviso sconosciuto", async () => {
  const headers = { accept: "application/pdf" };
  const stampa = await ambiente.invoke("riconciliazione/getRicevuta", { params, headers });
  expect([stampa.status, stampa.headers["content-type"], stampa.bytes.subarray(0, 5).toString()]).toEqual([
    200,
    "application/pdf",
    "%PDF-",
  ]);
  expect(stampa.headers["content-disposition"]).toContain(`ricevuta_${IUV}.pdf`);
  const senzaPendenza = { iuv: buildIuv(9), numeroAvviso: `3${buildIuv(9)}`, idRicevuta: "senza-pendenza", rt: {} };
  await openArchivio(ambiente.deposito).store({ azione: "crea", entita: "ricevuta", valore: buildRicevuta(senzaPendenza) });
  const sua = { idDominio: COMUNE, iuv: senzaPendenza.iuv, idRicevuta: senzaPendenza.idRicevuta };
  expect((await ambiente.invoke("riconciliazione/getRicevuta", { params: sua })).status).toBe(200);
  const sconosciuta = await ambiente.invoke("riconciliazione/getRicevuta", { params: sua, headers });
  expect([sconosciuta.status, sconosciuta.bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
});
