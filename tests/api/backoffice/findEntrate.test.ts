import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

describeElenco(prova, "findEntrate", { chiave: "idEntrata" }, [
  ["all of them by code", {}, ["LIBERO", "MENSA", "TARI"]],
  ["all of them by description, backwards", { query: { ordinamento: "-descrizione" } }, ["TARI", "MENSA", "LIBERO"]],
]);
