/** The outcome of a movement. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildRiconciliazione } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, consume, FLUSSO, openArchivio, seedRiconciliazione } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const get = (id: string, altro: Parameters<AmbienteApi["invoke"]>[1] = {}) =>
  ambiente.invoke("riconciliazione/getRiconciliazione", { params: { idDominio: COMUNE, id }, ...altro });

it("porta le riscossioni nell'ordine del flusso e le righe segnalate, a pagine", async () => {
  const archivio = openArchivio(ambiente.deposito);
  await archivio.store({ azione: "crea", entita: "riconciliazione", valore: buildRiconciliazione({ importo: 3006n, idFlusso: FLUSSO }) });
  const { handler } = await import("../../../functions/consumers/riconciliazioni.ts");
  await consume(handler, { idDominio: COMUNE, id: "movimento-1", tappa: 0 });
  const { status, body } = await get("movimento-1");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    stato: "ACQUISITA",
    idFlussoRendicontazione: FLUSSO,
    riscossioni: [{ iur: "iur-1", vocePendenza: { idVocePendenza: "1" } }, { iur: "iur-2" }],
    segnalazioni: [{ codice: "021402" }],
  });
  expect((await get("movimento-1", { query: { pagina: "2", risultatiPerPagina: "1" } })).body["riscossioni"]).toMatchObject([
    { iur: "iur-2" },
  ]);
});

it("404 a una che non c'è, 403 a un dominio altrui", async () => {
  expect((await get("altra")).status).toBe(404);
  expect((await get("movimento-1", { as: "gest-mensa" })).status).toBe(403);
});
