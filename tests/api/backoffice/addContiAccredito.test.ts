import { describe, expect, it } from "vitest";
import { COMUNE, IBAN_POSTALE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idDominio: COMUNE, ibanAccredito: "IT54W8000000292100645211111" };
const body = { postale: false, abilitato: true, bic: "BDBGIT2BXXX", descrizione: "Conto di tesoreria", mybank: null };

describeScrittura(
  prova,
  "addContiAccredito",
  { params, body },
  { id: "getContiAccredito", attesa: { iban: "IT54W8000000292100645211111", postale: false, abilitato: true, bic: "BDBGIT2BXXX" } },
  [
    [
      "wrong check digits",
      { params: { ...params, ibanAccredito: "IT29W8000000292100645211111" }, body },
      400,
      /ibanAccredito.*cifre di controllo/,
    ],
    [
      "an Italian IBAN of the wrong length",
      { params: { ...params, ibanAccredito: "IT28W80000002921006452" }, body },
      400,
      /ibanAccredito.*27 caratteri/,
    ],
    ["a postal account at a bank", { params, body: { ...body, postale: true } }, 400, /postale.*07601/],
    ["no indication of being postal", { params, body: { abilitato: true } }, 400, /postale/],
    ["no indication of being enabled", { params, body: { postale: false } }, 400, /abilitato/],
    ["a wrong BIC", { params, body: { ...body, bic: "x" } }, 400, /bic/],
    ["an unknown creditor", { params: { ...params, idDominio: "00000000000" }, body }, 404, /404000/],
    ["a creditor of others, as if it did not exist", { params: { ...params, idDominio: UNIONE }, body, as: LIMITATO }, 404, /404000/],
  ],
);

describe("PUT addContiAccredito", () => {
  it("takes a postal account, and the same IBAN in lower case is the same account", async () => {
    const chiamata = { params: { idDominio: COMUNE, ibanAccredito: IBAN_POSTALE.toLowerCase() }, body: { postale: true, abilitato: true } };
    expect((await prova.invoke("addContiAccredito", chiamata)).status).toBe(200);
  });
});
