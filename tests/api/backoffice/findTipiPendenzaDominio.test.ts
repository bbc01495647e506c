import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

describeElenco(
  prova,
  "findTipiPendenzaDominio",
  { chiave: "idTipoPendenza", params: { idDominio: COMUNE } },
  [
    ["all of them by description", {}, ["BOLLOT", "LIBERO", "MENSA", "TARI"]],
    ["by part of the description", { query: { descrizione: "TARI" } }, ["TARI"]],
    ["those with a form", { query: { form: "true" } }, []],
    ["none among the disabled", { query: { abilitato: "false" } }, []],
  ],
  [["a creditor of others", { params: { idDominio: UNIONE }, as: "operatore-limitato" }, 404, /404000/]],
);

describe("GET findTipiPendenzaDominio", () => {
  it("filters on the value in force, which the creditor may have changed", async () => {
    await prova.invoke("addTipoPendenzaDominio", { params: { idDominio: COMUNE, idTipoPendenza: "MENSA" }, body: { abilitato: false } });
    const { body } = await prova.invoke("findTipiPendenzaDominio", {
      params: { idDominio: COMUNE },
      query: { abilitato: "false", campi: "idTipoPendenza" },
    });
    expect(body["risultati"]).toEqual([{ idTipoPendenza: "MENSA" }]);
  });
});
