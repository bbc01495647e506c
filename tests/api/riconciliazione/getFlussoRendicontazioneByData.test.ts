/** The flow emitted at a given second. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, FLUSSO, seedRiconciliazione } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

it.each([
  ["2026-11-24T19:30:00.000+01:00", 200],
  ["2026-11-24T18:30:00Z", 200],
  ["2026-11-24T18:30:00.987Z", 200],
  ["2026-11-24T19:30:00", 200],
  ["2026-11-24T19:30:01+01:00", 404],
  ["2026-11-24", 400],
])("%s: %i", async (dataOraFlusso, atteso) => {
  const params = { idDominio: COMUNE, idFlusso: FLUSSO, dataOraFlusso };
  expect((await ambiente.invoke("riconciliazione/getFlussoRendicontazioneByData", { params })).status).toBe(atteso);
});

it("anche in XML", async () => {
  const params = { idDominio: COMUNE, idFlusso: FLUSSO, dataOraFlusso: "2026-11-24T18:30:00Z" };
  const { testo } = await ambiente.invoke("riconciliazione/getFlussoRendicontazioneByData", {
    params,
    headers: { accept: "application/xml" },
  });
  expect(testo).toContain(`<identificativoFlusso>${FLUSSO}</identificativoFlusso>`);
});
