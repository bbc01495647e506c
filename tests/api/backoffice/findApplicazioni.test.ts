import { ALTRA_APPLICAZIONE, APPLICAZIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeElenco, LIMITATO } from "./prove.ts";

const prova = createProva();

describeElenco(prova, "findApplicazioni", { chiave: "idA2A" }, [
  ["all of them by code", {}, [ALTRA_APPLICAZIONE, APPLICAZIONE, "SENZA-DIRITTI"]],
  ["backwards by principal", { query: { ordinamento: "-principal" } }, ["SENZA-DIRITTI", APPLICAZIONE, ALTRA_APPLICAZIONE]],
  ["by part of the code", { query: { idA2A: "mensa" } }, [ALTRA_APPLICAZIONE]],
  ["by principal", { query: { principal: "gest-tributi" } }, [APPLICAZIONE]],
  ["none among the disabled", { query: { abilitato: "false" } }, []],
  ["none of a wider scope than the operator's", { as: LIMITATO }, []],
]);
