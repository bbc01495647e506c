import { COMUNE, IBAN_COMUNE, IBAN_UNIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

describeDettaglio(
  prova,
  "getContiAccredito",
  { idDominio: COMUNE, ibanAccredito: IBAN_COMUNE.toLowerCase() },
  { iban: IBAN_COMUNE, postale: false, abilitato: true, intestatario: "Comune di Prova" },
  [
    ["an account of another creditor", { params: { idDominio: COMUNE, ibanAccredito: IBAN_UNIONE } }, 404, /404000/],
    ["a creditor of others", { params: { idDominio: UNIONE, ibanAccredito: IBAN_UNIONE }, as: "operatore-limitato" }, 404, /404000/],
    ["what is not an IBAN", { params: { idDominio: COMUNE, ibanAccredito: "12" } }, 400, /ibanAccredito/],
  ],
);
