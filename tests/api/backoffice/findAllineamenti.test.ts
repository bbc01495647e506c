/** What pagoPA's archives do not have as they should: filters, order, and only the debts of the operator. */
import { beforeAll, describe, expect, it } from "vitest";
import { STATI_ALLINEAMENTO } from "../../../shared/contracts/backoffice/allineamenti.ts";
import { statiAllineamento } from "../../../shared/domain/gpd/stati-allineamento.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { DI_UNIONE, SOLO_MENSA, seedAllineamenti } from "./allineamenti.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const trovati = async (query: Record<string, string>, as?: string): Promise<unknown> => {
  const { status, body } = await prova.invoke("findAllineamenti", { query, ...(as !== undefined && { as }) });
  const { risultati } = body;
  return status === 200 && Array.isArray(risultati) ? risultati.map((r) => r.idPendenza) : status;
};

describe("GET /backoffice/v1/allineamenti", () => {
  beforeAll(() => seedAllineamenti(prova));

  it("knows the states of the table", () => expect([...statiAllineamento.stati].sort()).toEqual([...STATI_ALLINEAMENTO].sort()));

  it("answers as in its sample, with the state in words", async () => {
    const { queryStringParameters, expected } = findCampione("backoffice/findAllineamenti");
    const { status, body } = await prova.invoke("findAllineamenti", { query: queryStringParameters ?? {} });
    expect([status, body["risultati"]]).toEqual([
      expected.status,
      [
        {
          dominio: { idDominio: COMUNE, ragioneSociale: "Comune di Prova" },
          iuv: "01000000000000002",
          numeroAvviso: "301000000000000002",
          idA2A: "GEST-TRIBUTI",
          idPendenza: "P-2",
          archivio: "ACA",
          iupd: `${COMUNE}-01000000000000002`,
          stato: "RIFIUTATA",
          descrizioneStato: expect.stringContaining("serve una persona"),
          data: "2026-11-22T07:00:00.000+01:00",
          tentativi: 0,
          status: 400,
          dettaglio: "pagoPA ha risposto 400 fiscalCode",
        },
      ],
    ]);
  });

  it.each<[string, Record<string, string>, unknown]>([
    ["what did not go well, oldest first", {}, ["P-2", "P-3", "P-5"]],
    ["newest first", { ordinamento: "-data" }, ["P-5", "P-3", "P-2"]],
    ["by state", { stato: "IN_ATTESA" }, ["P-3"]],
    ["by archive", { archivio: "GPD" }, []],
    ["by creditor and days", { idDominio: COMUNE, dataDa: "2026-11-23", dataA: "2026-11-24" }, ["P-3"]],
    ["by IUV", { iuv: "01000000000000005" }, ["P-5"]],
    ["a state that is not listed", { stato: "ALLINEATA" }, 400],
  ])("lists %s", async (_caso, query, attesi) => {
    expect(await trovati(query)).toEqual(attesi);
  });

  it("shows to an operator only its creditors and types, and nothing to who has no right", async () => {
    expect(await trovati({}, DI_UNIONE)).toEqual(["P-5"]);
    expect(await trovati({ idDominio: COMUNE }, DI_UNIONE)).toEqual([]);
    expect(await trovati({}, SOLO_MENSA)).toEqual(["P-3"]);
    expect(await trovati({}, LIMITATO)).toBe(403);
  });
});
