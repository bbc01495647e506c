import { describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

describeDettaglio(
  prova,
  "getProfilo",
  {},
  { nome: "Amministratore", domini: [{ idDominio: "*" }], tipiPendenza: [{ idTipoPendenza: "*" }] },
  [["an application", { as: "gest-tributi" }, 403, /403000/]],
);

describe("GET getProfilo of a limited operator", () => {
  it("tells its creditors and rights", async () => {
    const { body } = await prova.invoke("getProfilo", { as: "operatore-limitato" });
    expect(body).toMatchObject({
      nome: "Operatore limitato",
      domini: [{ idDominio: COMUNE }],
      acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R"] }],
    });
  });
});
