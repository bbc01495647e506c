import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

describeElenco(
  prova,
  "findUnitaOperative",
  { chiave: "idUnita", params: { idDominio: COMUNE } },
  [
    ["all of them", {}, ["TRIBUTI"]],
    ["by part of the name", { query: { ragioneSociale: "tributi" } }, ["TRIBUTI"]],
    ["none by another name", { query: { ragioneSociale: "anagrafe" } }, []],
    ["none among the disabled", { query: { abilitato: "false" } }, []],
  ],
  [["a creditor of others", { params: { idDominio: UNIONE }, as: "operatore-limitato" }, 404, /404000/]],
);
