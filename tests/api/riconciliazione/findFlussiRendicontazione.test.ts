/** The list of flows: every filter, pages, scope. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, FLUSSO, IUV, seedRiconciliazione, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const find = (query: Record<string, string> = {}, as = "gest-tributi") =>
  ambiente.invoke("riconciliazione/findFlussiRendicontazione", { query, as });

it("mostra i flussi conclusi con i campi della testata", async () => {
  const { status, body } = await find();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    numRisultati: 1,
    numPagine: 1,
    risultati: [
      {
        idFlusso: FLUSSO,
        dataFlusso: "2026-11-24T19:30:00.000+01:00",
        dataRegolamento: "2026-11-24",
        trn: "TRN-1",
        revisione: 1,
        idPsp: "ABI03069",
        dominio: { idDominio: COMUNE, ragioneSociale: "Comune di Prova" },
        ragioneSocialeDominio: "Comune di Prova",
        numeroPagamenti: 3,
        importoTotale: 30.06,
        stato: "Acquisito",
      },
    ],
  });
});

it.each([
  [{ stato: "Acquisito" }, 1],
  [{ stato: "Anomalo" }, 0],
  [{ idDominio: COMUNE }, 1],
  [{ idDominio: UNIONE }, 0],
  [{ idFlusso: FLUSSO }, 1],
  [{ idFlusso: "altro" }, 0],
  [{ iuv: IUV }, 1],
  [{ iuv: IUV, stato: "Anomalo" }, 0],
  [{ iuv: "01999999999999999" }, 0],
  [{ dataDa: "2026-11-24", dataA: "2026-11-24" }, 1],
  [{ dataA: "2026-11-23" }, 0],
  [{ dataDa: "2026-11-24T19:30:01+01:00" }, 0],
  [{ escludiObsoleti: "true", ordinamento: "+dataFlusso" }, 1],
  [{ risultatiPerPagina: "0" }, 0],
])("filtra %o", async (query, attesi) => {
  const { status, body } = await find(query);
  expect([status, Object(body["risultati"]).length]).toEqual([200, attesi]);
});

it("rifiuta un ordinamento che non c'è e un dominio altrui", async () => {
  expect((await find({ ordinamento: "trn" })).status).toBe(400);
  expect(await find({ idDominio: COMUNE }, "gest-mensa")).toMatchObject({ status: 200, body: { numRisultati: 0, risultati: [] } });
  expect((await find({}, "gest-mensa")).body).toMatchObject({ numRisultati: 0, risultati: [] });
});
