/** One copy by name, whatever its state. */
import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { DI_UNIONE, SOLO_MENSA, seedAllineamenti } from "./allineamenti.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const params = (n: number) => ({ idDominio: COMUNE, iuv: `0100000000000000${n}` });

describe("GET /backoffice/v1/allineamenti/{idDominio}/{iuv}", () => {
  beforeAll(() => seedAllineamenti(prova));

  it("answers as in its sample", async () => {
    const { pathParameters, expected } = findCampione("backoffice/getAllineamento");
    const { status, body } = await prova.invoke("getAllineamento", { params: pathParameters ?? {} });
    expect([status, body]).toEqual([expected.status, expect.objectContaining({ idPendenza: "P-1", stato: "ALLINEATA", tentativi: 0 })]);
  });

  it.each<[string, number, string | undefined, number]>([
    ["a debt of the type that the operator sees", 3, SOLO_MENSA, 200],
    ["a debt of another type", 2, SOLO_MENSA, 404],
    ["a debt of other creditors", 1, DI_UNIONE, 404],
    ["a debt that no archive follows", 9, undefined, 404],
  ])("%s", async (_caso, n, as, status) => {
    expect((await prova.invoke("getAllineamento", { params: params(n), ...(as !== undefined && { as }) })).status).toBe(status);
  });
});
