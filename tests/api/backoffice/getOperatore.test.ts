import { COMUNE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

describeDettaglio(
  prova,
  "getOperatore",
  { principal: "operatore-limitato" },
  {
    principal: "operatore-limitato",
    ragioneSociale: "Operatore limitato",
    domini: [{ idDominio: COMUNE, ragioneSociale: "Comune di Prova" }],
  },
  [["an operator that does not exist", { params: { principal: "nessuno" } }, 404, /404000/]],
);
