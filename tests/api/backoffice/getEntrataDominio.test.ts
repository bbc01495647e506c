import { expect } from "vitest";
import { COMUNE, IBAN_COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

const params = { idDominio: COMUNE, idEntrata: "TARI" };

describeDettaglio(
  prova,
  "getEntrataDominio",
  params,
  { idEntrata: "TARI", ibanAccredito: IBAN_COMUNE, abilitato: true, tipoEntrata: expect.objectContaining({ descrizione: "Entrata TARI" }) },
  [
    ["an income code that the creditor does not have", { params: { ...params, idEntrata: "BOLLOT" } }, 404, /404000/],
    ["a creditor of others", { params: { ...params, idDominio: UNIONE }, as: "operatore-limitato" }, 404, /404000/],
  ],
);
