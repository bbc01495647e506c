/** One missing receipt. */
import { beforeAll, describe, expect, it } from "vitest";
import { findCampione } from "../../sostegno/campioni.ts";
import { createProva, LIMITATO } from "./prove.ts";
import { buildRecupero, chiaveDi, DI_UNIONE, seedRecuperi } from "./recuperi.ts";

const prova = createProva();

describe("GET /backoffice/v1/recuperi/{idDominio}/{iuv}/{iur}", () => {
  beforeAll(() => seedRecuperi(prova));

  it("answers its sample", async () => {
    const { pathParameters, expected } = findCampione("backoffice/getRecupero");
    const { status, body } = await prova.invoke("getRecupero", { params: pathParameters ?? {} });
    expect([status, body]).toEqual([
      expected.status,
      expect.objectContaining({ iur: "iur-1", stato: "NON_TROVATO", tentativi: 5, origine: "FLUSSO" }),
    ]);
  });

  it.each([
    ["one that is not there", { ...chiaveDi(buildRecupero(1)), iur: "altro" }, undefined, 404],
    ["one of another creditor", chiaveDi(buildRecupero(1)), DI_UNIONE, 404],
    ["who has no right", chiaveDi(buildRecupero(1)), LIMITATO, 403],
  ])("is not for %s", async (_caso, params, as, status) => {
    expect((await prova.invoke("getRecupero", { params, ...(as !== undefined && { as }) })).status).toBe(status);
  });
});
