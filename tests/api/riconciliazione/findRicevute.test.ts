/** The list of receipts. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, IUR, IUV, seedRiconciliazione, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const find = (query: Record<string, string> = {}) => ambiente.invoke("riconciliazione/findRicevute", { query });

it("mostra chi ha pagato, quando e presso chi", async () => {
  const { status, body } = await find();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    numRisultati: 1,
    risultati: [
      {
        dominio: { idDominio: COMUNE },
        iuv: IUV,
        idRicevuta: IUR,
        importo: 10.01,
        esito: "ESEGUITO",
        istitutoAttestante: { idPSP: "ABI03069" },
        dataPagamento: "2026-11-25T10:00:00.000+01:00",
      },
    ],
  });
});

it.each([
  [{ idDominio: COMUNE }, 1],
  [{ idDominio: UNIONE }, 0],
  [{ iuv: IUV }, 1],
  [{ idRicevuta: "altra" }, 0],
  [{ numeroAvviso: `3${IUV}` }, 1],
  [{ numeroAvviso: "301000000000000999" }, 0],
  [{ dataDa: "2026-11-25", dataA: "2026-11-25", ordinamento: "+data" }, 1],
  [{ dataA: "2026-11-24" }, 0],
])("filtra %o", async (query, attesi) => {
  const { status, body } = await find(query);
  expect([status, Object(body["risultati"]).length]).toEqual([200, attesi]);
});
