import { createProva, describeElenco, LIMITATO } from "./prove.ts";

const prova = createProva();

describeElenco(prova, "findOperatori", { chiave: "principal" }, [
  ["all of them by name", {}, ["operatore-limitato", LIMITATO]],
  ["backwards by principal", { query: { ordinamento: "-principal" } }, [LIMITATO, "operatore-limitato"]],
  ["none among the disabled", { query: { abilitato: "false" } }, []],
]);
