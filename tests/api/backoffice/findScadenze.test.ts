import { beforeAll, describe, expect, it } from "vitest";
import { ScadenzeArchivio } from "../../../shared/adapters/archivio/scadenze.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const giorno = (fra: number): string => new Date(Date.now() + fra * 86_400_000).toISOString().slice(0, 10);
const VICINA = giorno(10);

describe("GET /backoffice/v1/scadenze", () => {
  beforeAll(() =>
    new ScadenzeArchivio(prova.ambiente().deposito).save({
      eseguitoAlle: "2026-03-10T08:00:00.000Z",
      scadenze: [
        { tipo: "SEGRETO", oggetto: "fdr", usatoDa: ["intermediario 1, servizioPagoPaFR"], scade: VICINA },
        { tipo: "CERTIFICATO_SERVIZIO", oggetto: "api.example:443", usatoDa: ["questa installazione"], scade: giorno(400) },
      ],
    }),
  );

  it("risponde al suo campione: ciò che sta per finire, con i giorni che restano", async () => {
    const { queryStringParameters, expected } = findCampione("backoffice/findScadenze");
    const { status, body } = await prova.invoke("findScadenze", { query: queryStringParameters ?? {} });
    expect([status, body["risultati"]]).toEqual([
      expected.status,
      [
        {
          tipo: "SEGRETO",
          oggetto: "fdr",
          stato: "IN_SCADENZA",
          scade: VICINA,
          giorniRimanenti: expect.any(Number),
          usatoDa: ["intermediario 1, servizioPagoPaFR"],
          verificataAlle: expect.stringMatching(/^2026-03-10T09:00:00/),
        },
      ],
    ]);
  });

  it("a pagine, con il totale", async () => {
    const { body } = await prova.invoke("findScadenze", { query: { risultatiPerPagina: "1", pagina: "2" } });
    expect(body).toMatchObject({ numRisultati: 2, numPagine: 2, risultati: [{ oggetto: "api.example:443", stato: "VALIDA" }] });
  });

  it("non a chi non ha il diritto", async () =>
    expect((await prova.invoke("findScadenze", { query: {}, as: "gest-tributi" })).status).toBe(403));
});
