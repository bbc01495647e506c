import { expect } from "vitest";
import { COMUNE, IBAN_COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

describeDettaglio(
  prova,
  "getDominio",
  { idDominio: COMUNE },
  {
    idDominio: COMUNE,
    auxDigit: "3",
    unitaOperative: [{ idUnita: "TRIBUTI", ragioneSociale: "Ufficio Tributi", abilitato: true }],
    contiAccredito: [expect.objectContaining({ postale: true }), expect.objectContaining({ iban: IBAN_COMUNE })],
    entrate: expect.arrayContaining([expect.objectContaining({ idEntrata: "TARI", ibanAccredito: IBAN_COMUNE })]),
    tipiPendenza: expect.arrayContaining([expect.objectContaining({ idTipoPendenza: "TARI", descrizione: "Tipo TARI", valori: {} })]),
  },
  [
    ["a creditor that does not exist", { params: { idDominio: "00000000000" } }, 404, /404000/],
    ["a creditor of others, as if it did not exist", { params: { idDominio: UNIONE }, as: "operatore-limitato" }, 404, /404000/],
    ["an application", { params: { idDominio: COMUNE }, as: "gest-tributi" }, 403, /403000/],
  ],
);
