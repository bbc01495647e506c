/** The detail of a flow, in JSON and in the XML of pagoPA. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, FLUSSO, IUR, IUV, openArchivio, seedRiconciliazione } from "./archivio.ts";

let ambiente: AmbienteApi;
beforeAll(async () => {
  ambiente = await createAmbiente();
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(() => ambiente.stop());

const get = (chiamata: Parameters<AmbienteApi["invoke"]>[1] = {}) =>
  ambiente.invoke("riconciliazione/getFlussoRendicontazione", { params: { idDominio: COMUNE, idFlusso: FLUSSO }, ...chiamata });

it("porta le righe con la riscossione e la voce che pagano", async () => {
  const { status, body } = await get();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    idFlusso: FLUSSO,
    rendicontazioni: [
      {
        iuv: IUV,
        iur: IUR,
        indice: 1,
        importo: 10.01,
        esito: 0,
        data: "2026-11-23",
        stato: "OK",
        riscossione: { stato: "RISCOSSA", importo: 10.01, vocePendenza: { idVocePendenza: "1", pendenza: { idPendenza: "PND-1" } } },
      },
      { stato: "OK" },
      { stato: "ANOMALA", segnalazioni: [{ codice: "007101" }] },
    ],
  });
});

it("dà le righe a pagine", async () => {
  const { body } = await get({ query: { pagina: "2", risultatiPerPagina: "2" } });
  expect(Object(body["rendicontazioni"])).toMatchObject([{ stato: "ANOMALA" }]);
});

it("un flusso troppo esteso non si tronca: si chiede a pagine", async () => {
  const idFlusso = "2026-11-25ABI03069-000000009";
  await openArchivio(ambiente.deposito).storeFlusso([], { idFlusso, righeAcquisite: 3001 });
  const { status, body } = await get({ params: { idDominio: COMUNE, idFlusso } });
  expect([status, body["dettaglio"]]).toEqual([422, expect.stringContaining("3001 righe")]);
});

it("ricostruisce il FlussoRiversamento", async () => {
  const { status, headers, testo } = await get({ headers: { accept: "application/xml" } });
  expect([status, headers["content-type"]]).toEqual([200, "application/xml"]);
  expect(testo).toContain("<dataOraFlusso>2026-11-24T19:30:00</dataOraFlusso>");
  expect(testo).toContain("<importoTotalePagamenti>30.06</importoTotalePagamenti>");
  expect(testo.match(/<datiSingoliPagamenti>/g)).toHaveLength(3);
});

it("404 a un flusso che non c'è, 403 a un dominio altrui", async () => {
  expect((await get({ params: { idDominio: COMUNE, idFlusso: "altro" } })).status).toBe(404);
  expect((await get({ as: "gest-mensa" })).status).toBe(403);
});
