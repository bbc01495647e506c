import { INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeElenco } from "./prove.ts";

const prova = createProva();

describeElenco(
  prova,
  "findStazioni",
  { chiave: "idStazione", params: { idIntermediario: INTERMEDIARIO } },
  [
    ["all of them", {}, [STAZIONE]],
    ["none among the disabled", { query: { abilitato: "false" } }, []],
  ],
  [["an unknown intermediary", { params: { idIntermediario: "00000000000" } }, 404, /404000/]],
);
