import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

const params = { idDominio: COMUNE, idTipoPendenza: "TARI" };

describeDettaglio(
  prova,
  "getTipoPendenzaDominio",
  params,
  { idTipoPendenza: "TARI", descrizione: "Tipo TARI", pagaTerzi: true, valori: {} },
  [
    ["a type that the creditor does not have", { params: { ...params, idTipoPendenza: "ALTRO" } }, 404, /404000/],
    ["a creditor of others", { params: { ...params, idDominio: UNIONE }, as: "operatore-limitato" }, 404, /404000/],
  ],
);
