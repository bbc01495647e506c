/** The list of treasury movements. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, seedRiconciliazione, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const registra = (id: string, sct: string) =>
  ambiente.invoke("riconciliazione/addRiconciliazione", {
    params: { idDominio: COMUNE, id },
    body: { importo: 5, sct, causale: "BONIFICO" },
  });

it("dalla più recente, con i filtri", async () => {
  await registra("m-1", "S1");
  await registra("m-2", "S2");
  const find = (query: Record<string, string>) => ambiente.invoke("riconciliazione/findRiconciliazioni", { query });
  expect((await find({})).body).toMatchObject({
    numRisultati: 2,
    risultati: [{ id: "m-2", stato: "IN_ELABORAZIONE", importo: 5 }, { id: "m-1" }],
  });
  expect((await find({ sct: "S1" })).body).toMatchObject({ risultati: [{ id: "m-1", dominio: { idDominio: COMUNE } }] });
  expect((await find({ idDominio: UNIONE })).body["risultati"]).toEqual([]);
  expect((await find({ dataA: "2026-01-01" })).body["risultati"]).toEqual([]);
});
