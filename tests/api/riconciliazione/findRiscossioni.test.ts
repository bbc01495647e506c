/** The list of collected amounts. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, IUR, seedRiconciliazione, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const find = (query: Record<string, string> = {}) => ambiente.invoke("riconciliazione/findRiscossioni", { query });

it("mostra le riscossioni con il collegamento alla pendenza, a pagine", async () => {
  const prima = await find({ risultatiPerPagina: "1", ordinamento: "+data" });
  expect(prima.body).toMatchObject({
    numRisultati: 2,
    numPagine: 2,
    risultati: [
      {
        iur: IUR,
        indice: 1,
        stato: "RISCOSSA",
        tipo: "ENTRATA",
        importo: 10.01,
        data: "2026-11-23",
        pendenza: "/pendenze/v2/pendenze/GEST-TRIBUTI/PND-1",
      },
    ],
  });
  const query = Object.fromEntries(new URLSearchParams(String(prima.body["prossimiRisultati"]).split("?")[1]));
  expect((await find(query)).body).toMatchObject({ numRisultati: 2, pagina: 2, risultati: [{ iur: "iur-2" }] });
});

it("con campi dà solo quelli", async () => {
  expect((await find({ campi: "iur,importo", iur: IUR })).body["risultati"]).toEqual([{ iur: IUR, importo: 10.01 }]);
});

it.each([
  [{ stato: "RISCOSSA" }, 2],
  [{ stato: "INCASSATA" }, 0],
  [{ tipo: "MBT,ENTRATA" }, 2],
  [{ tipo: "MBT" }, 0],
  [{ iur: IUR }, 1],
  [{ idDominio: COMUNE }, 2],
  [{ idDominio: UNIONE }, 0],
  [{ dataDa: "2026-11-23", dataA: "2026-11-23" }, 2],
  [{ dataDa: "2026-11-24" }, 0],
])("filtra %o", async (query, attesi) => {
  const { status, body } = await find(query);
  expect([status, Object(body["risultati"]).length]).toEqual([200, attesi]);
});

it.each([{ tipo: "ALTRO" }, { campi: "segreto" }, { stato: "PAGATA" }, { ordinamento: "importo" }])("rifiuta %o", async (query) => {
  expect(await find(query)).toMatchObject({ status: 400, body: { codice: "100001" } });
});
