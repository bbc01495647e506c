/** The detail of a collected amount. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, IUR, IUV, seedRiconciliazione } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const get = (altro: Record<string, string> = {}, as = "gest-tributi") =>
  ambiente.invoke("riconciliazione/getRiscossione", { params: { idDominio: COMUNE, iuv: IUV, iur: IUR, indice: "1", ...altro }, as });

it("porta la voce che paga", async () => {
  expect(await get()).toMatchObject({
    status: 200,
    body: {
      importo: 10.01,
      idRicevuta: IUR,
      vocePendenza: { indice: 1, importo: 10.01, codEntrata: "TARI", pendenza: { idA2A: "GEST-TRIBUTI", numeroAvviso: `3${IUV}` } },
    },
  });
});

it("404 a una che non c'è, 403 a un dominio altrui", async () => {
  expect((await get({ indice: "2" })).status).toBe(404);
  expect((await get({}, "gest-mensa")).status).toBe(403);
  expect((await get({ indice: "zero" })).status).toBe(400);
});
