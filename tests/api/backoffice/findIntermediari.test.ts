import { INTERMEDIARIO } from "../../sostegno/anagrafica.ts";
import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

describeElenco(prova, "findIntermediari", { chiave: "idIntermediario" }, [
  ["all of them", {}, [INTERMEDIARIO]],
  ["the enabled ones", { query: { abilitato: "true" } }, [INTERMEDIARIO]],
  ["the disabled ones", { query: { abilitato: "false" } }, []],
  ["in the order of an unencoded plus", { query: { ordinamento: " denominazione,-idIntermediario" } }, [INTERMEDIARIO]],
]);
