/** The nightly comparisons, as operators read them. */
import { beforeAll, describe, expect, it } from "vitest";
import { TIPI_DIFFERENZA as ESPOSTI } from "../../../shared/contracts/backoffice/allineamenti.ts";
import { TIPI_DIFFERENZA } from "../../../shared/domain/gpd/verifica.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { DI_UNIONE, SOLO_MENSA, seedAllineamenti } from "./allineamenti.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const quante = async (query: Record<string, string>, as?: string): Promise<unknown> => {
  const { status, body } = await prova.invoke("findVerificheGpd", { query, ...(as !== undefined && { as }) });
  return status === 200 ? body["numRisultati"] : status;
};

describe("GET /backoffice/v1/verificheGpd", () => {
  beforeAll(() => seedAllineamenti(prova));

  it("knows the differences of the domain", () => expect(ESPOSTI).toEqual(TIPI_DIFFERENZA));

  it("answers as in its sample", async () => {
    const { queryStringParameters, expected } = findCampione("backoffice/findVerificheGpd");
    const { status, body } = await prova.invoke("findVerificheGpd", { query: queryStringParameters ?? {} });
    expect([status, body["risultati"]]).toEqual([
      expected.status,
      [
        {
          dominio: { idDominio: COMUNE, ragioneSociale: "Comune di Prova" },
          archivio: "ACA",
          giorno: "2026-11-24",
          fase: "CONCLUSA",
          dataInizio: "2026-11-24T01:00:00.000+01:00",
          dataFine: "2026-11-24T01:01:00.000+01:00",
          posizioniPagoPA: 3,
          pendenze: 3,
          uguali: 2,
          differenze: { SOLO_PAGOPA: 0, SOLO_QUI: 0, DATI_DIVERSI: 1, STATO_DIVERSO: 0, PAGATA_SU_PAGOPA: 0 },
          riparate: 1,
          esempi: [
            { tipo: "DATI_DIVERSI", iupd: `${COMUNE}-01000000000000001`, dettaglio: "importo: 1 centesimi invece di 2", riparata: true },
          ],
        },
      ],
    ]);
  });

  it.each<[string, Record<string, string>, string | undefined, unknown]>([
    ["all", {}, undefined, 1],
    ["by archive", { archivio: "GPD" }, undefined, 0],
    ["by days", { dataDa: "2026-11-25" }, undefined, 0],
    ["of the creditors of the operator", {}, SOLO_MENSA, 1],
    ["of no other creditor", { idDominio: COMUNE }, DI_UNIONE, 0],
    ["to nobody without the right", {}, LIMITATO, 403],
    ["no unknown archive", { archivio: "WISP" }, undefined, 400],
  ])("lists %s", async (_caso, query, as, attese) => expect(await quante(query, as)).toEqual(attese));
});
