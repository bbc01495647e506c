import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

describeElenco(
  prova,
  "findEntrateDominio",
  { chiave: "idEntrata", params: { idDominio: COMUNE } },
  [
    ["all of them by code", {}, ["LIBERO", "MENSA", "TARI"]],
    ["by part of the description", { query: { descrizione: "mensa" } }, ["MENSA"]],
    ["none among the disabled", { query: { abilitato: "false" } }, []],
    ["backwards", { query: { ordinamento: "-idEntrata" } }, ["TARI", "MENSA", "LIBERO"]],
  ],
  [["a creditor of others", { params: { idDominio: UNIONE }, as: "operatore-limitato" }, 404, /404000/]],
);
