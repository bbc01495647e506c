import { expect } from "vitest";
import { ALTRA_APPLICAZIONE, APPLICAZIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeDettaglio, LIMITATO } from "./prove.ts";

const prova = createProva();

describeDettaglio(
  prova,
  "getApplicazione",
  { idA2A: APPLICAZIONE },
  {
    idA2A: APPLICAZIONE,
    principal: "gest-tributi",
    password: true,
    domini: [{ idDominio: "*", ragioneSociale: "Tutti" }],
    tipiPendenza: [{ idTipoPendenza: "*", descrizione: "Tutti" }, expect.objectContaining({ idTipoPendenza: "autodeterminazione" })],
    servizioIntegrazione: { url: "http://127.0.0.1:9/ente", versioneApi: "REST v2" },
  },
  [
    ["an application that does not exist", { params: { idA2A: "NESSUNA" } }, 404, /404000/],
    ["an application of a scope wider than the operator's", { params: { idA2A: ALTRA_APPLICAZIONE }, as: LIMITATO }, 404, /404000/],
  ],
);
