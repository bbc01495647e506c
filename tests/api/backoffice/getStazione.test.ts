import { describe, expect, it } from "vitest";
import { COMUNE, INTERMEDIARIO, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio, LIMITATO } from "./prove.ts";

const prova = createProva();

describeDettaglio(
  prova,
  "getStazione",
  { idIntermediario: INTERMEDIARIO, idStazione: STAZIONE },
  {
    idStazione: STAZIONE,
    domini: [expect.objectContaining({ idDominio: COMUNE, auxDigit: "3" }), expect.objectContaining({ idDominio: UNIONE })],
  },
  [["a station that does not exist", { params: { idIntermediario: INTERMEDIARIO, idStazione: `${INTERMEDIARIO}_99` } }, 404, /404000/]],
);

describe("GET getStazione of a limited operator", () => {
  it("names only the creditors it may see", async () => {
    const { body } = await prova.invoke("getStazione", { params: { idIntermediario: INTERMEDIARIO, idStazione: STAZIONE }, as: LIMITATO });
    expect(body["domini"]).toEqual([expect.objectContaining({ idDominio: COMUNE })]);
  });
});
