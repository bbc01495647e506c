/** The list of the repair queue: filters, order, and only the creditors of the operator. */
import { beforeAll, describe, expect, it } from "vitest";
import { STATI } from "../../../shared/contracts/backoffice/recuperi.ts";
import { STATI_RECUPERO } from "../../../shared/domain/recuperi/stati-recupero.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { FLUSSO } from "../../sostegno/flussi.ts";
import { createProva, LIMITATO } from "./prove.ts";
import { DI_UNIONE, SOLO_LETTURA, seedRecuperi } from "./recuperi.ts";

const prova = createProva();
const trovati = async (query: Record<string, string>, as?: string): Promise<unknown> => {
  const { status, body } = await prova.invoke("findRecuperi", { query, ...(as !== undefined && { as }) });
  const { risultati } = body;
  return status === 200 && Array.isArray(risultati) ? risultati.map((r) => r.iur) : status;
};

describe("GET /backoffice/v1/recuperi", () => {
  beforeAll(() => seedRecuperi(prova));

  it("answers as in its sample, with the state in words", async () => {
    const { queryStringParameters, expected } = findCampione("backoffice/findRecuperi");
    const { status, body } = await prova.invoke("findRecuperi", { query: queryStringParameters ?? {} });
    expect([status, body["risultati"]]).toEqual([
      expected.status,
      [
        expect.objectContaining({
          dominio: { idDominio: COMUNE, ragioneSociale: "Comune di Prova" },
          iur: "iur-1",
          stato: "NON_TROVATO",
          descrizioneStato: expect.stringContaining("decide una persona"),
          dettaglio: "pagoPA ha risposto 404",
          importo: 10.01,
          tentativi: 5,
          flusso: { idFlusso: FLUSSO, idPsp: "ABI03069", revisione: 1, esito: 0 },
        }),
      ],
    ]);
  });

  it("filters by the states of the domain", () => expect(STATI).toEqual(STATI_RECUPERO));

  it.each<[string, Record<string, string>, unknown]>([
    ["all, oldest first", {}, ["iur-1", "iur-2", "iur-3", "iur-4", "iur-5"]],
    ["newest first", { ordinamento: "-data" }, ["iur-5", "iur-4", "iur-3", "iur-2", "iur-1"]],
    ["by state", { stato: "DA_RECUPERARE" }, ["iur-3", "iur-5"]],
    ["by origin", { origine: "ATTIVAZIONE" }, ["iur-4"]],
    ["by creditor and days", { idDominio: COMUNE, dataDa: "2026-11-22", dataA: "2026-11-23" }, ["iur-2", "iur-3"]],
    ["by IUV", { iuv: "01000000000000003" }, ["iur-3"]],
    ["by IUR", { iur: "iur-2" }, ["iur-2"]],
    ["an unknown state", { stato: "PERSO" }, 400],
  ])("lists %s", async (_caso, query, attesi) => {
    expect(await trovati(query)).toEqual(attesi);
  });

  it("shows to an operator only what is of its creditors, and nothing to who has no right", async () => {
    expect(await trovati({}, DI_UNIONE)).toEqual(["iur-5"]);
    expect(await trovati({ idDominio: COMUNE }, DI_UNIONE)).toEqual([]);
    expect(await trovati({}, SOLO_LETTURA)).toHaveLength(4);
    expect(await trovati({}, LIMITATO)).toBe(403);
  });
});
