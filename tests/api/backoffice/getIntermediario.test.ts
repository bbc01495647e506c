import { INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio } from "./prove.ts";

const prova = createProva();

describeDettaglio(
  prova,
  "getIntermediario",
  { idIntermediario: INTERMEDIARIO },
  {
    idIntermediario: INTERMEDIARIO,
    denominazione: "Intermediario di prova",
    servizioPagoPaFR: { url: "http://127.0.0.1:9/fdr-org/service/v1" },
    stazioni: [{ idStazione: STAZIONE, versione: "V2", abilitato: true, domini: `/domini?idStazione=${STAZIONE}` }],
  },
  [
    ["an intermediary that does not exist", { params: { idIntermediario: "00000000000" } }, 404, /404000/],
    [
      "an operator without the right",
      { params: { idIntermediario: INTERMEDIARIO }, as: "operatore-limitato" },
      403,
      /R su Anagrafica PagoPA/,
    ],
  ],
);
