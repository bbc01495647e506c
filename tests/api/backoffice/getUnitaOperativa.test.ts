import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

const params = { idDominio: COMUNE, idUnitaOperativa: "TRIBUTI" };

describeDettaglio(prova, "getUnitaOperativa", params, { idUnita: "TRIBUTI", ragioneSociale: "Ufficio Tributi", abilitato: true }, [
  ["a unit that does not exist", { params: { ...params, idUnitaOperativa: "ALTRA" } }, 404, /404000/],
  ["a unit of another creditor", { params: { ...params, idDominio: UNIONE }, as: "operatore-limitato" }, 404, /404000/],
]);
