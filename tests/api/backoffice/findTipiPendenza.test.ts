import { COMUNE } from "../../sostegno/anagrafica.ts";
import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

describeElenco(prova, "findTipiPendenza", { chiave: "idTipoPendenza" }, [
  ["all of them by code", {}, ["BOLLOT", "LIBERO", "MENSA", "TARI"]],
  ["by description, backwards", { query: { ordinamento: "-descrizione" } }, ["TARI", "MENSA", "LIBERO", "BOLLOT"]],
  ["by part of the code", { query: { idTipoPendenza: "tar" } }, ["TARI"]],
  ["by part of the description", { query: { descrizione: "tipo mensa" } }, ["MENSA"]],
  ["those that a creditor does not have", { query: { nonAssociati: COMUNE } }, []],
  ["all of them for a creditor that does not exist", { query: { nonAssociati: "ignoto" } }, ["BOLLOT", "LIBERO", "MENSA", "TARI"]],
  ["those with a form", { query: { form: "true" } }, []],
  ["those with a CSV template", { query: { trasformazione: "true" } }, []],
  ["none among the disabled", { query: { abilitato: "false" } }, []],
  ["those of the caller", { query: { associati: "true" } }, ["BOLLOT", "LIBERO", "MENSA", "TARI"]],
]);
