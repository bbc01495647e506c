/** The list of receipts for operators. */
import { beforeAll, describe, expect, it } from "vitest";
import { UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { buildRicevuta } from "../../sostegno/esempi.ts";
import { createProva, LIMITATO } from "./prove.ts";
import { DI_UNIONE, seedRecuperi, store } from "./recuperi.ts";

const prova = createProva();
const trovate = async (query: Record<string, string>, as?: string): Promise<unknown> => {
  const { status, body } = await prova.invoke("findRicevute", { query, ...(as !== undefined && { as }) });
  const { risultati } = body;
  return status === 200 && Array.isArray(risultati) ? risultati.map((r) => r.idRicevuta) : status;
};

describe("GET /backoffice/v1/ricevute", () => {
  beforeAll(async () => {
    await seedRecuperi(prova);
    await store(
      prova,
      { azione: "crea", entita: "ricevuta", valore: buildRicevuta() },
      { azione: "crea", entita: "ricevuta", valore: buildRicevuta({ idDominio: UNIONE, idRicevuta: "ricevuta-2" }) },
    );
  });

  it("answers its sample, and to each operator only its creditors", async () => {
    const { queryStringParameters } = findCampione("backoffice/findRicevute");
    expect(await trovate(queryStringParameters ?? {})).toEqual(["ricevuta-1"]);
    expect(await trovate({})).toHaveLength(2);
    expect(await trovate({}, DI_UNIONE)).toEqual(["ricevuta-2"]);
    expect(await trovate({}, LIMITATO)).toBe(403);
    expect(await trovate({ iuv: "non valido!" })).toBe(400);
  });
});
