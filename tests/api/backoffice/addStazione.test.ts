import { INTERMEDIARIO } from "../../sostegno/anagrafica.ts";
import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idIntermediario: INTERMEDIARIO, idStazione: `${INTERMEDIARIO}_07` };
const body = { versione: "V1", password: "SegretaSta-1", abilitato: true };

describeScrittura(
  prova,
  "addStazione",
  { params, body },
  {
    id: "getStazione",
    attesa: { idStazione: `${INTERMEDIARIO}_07`, versione: "V1", abilitato: true, domini: [] },
    segreti: ["SegretaSta"],
  },
  [
    ["an id without its two digits", { params: { ...params, idStazione: `${INTERMEDIARIO}_7` }, body }, 400, /idStazione.*2 cifre/],
    [
      "a station of another intermediary",
      { params: { ...params, idStazione: "99999999999_01" }, body },
      400,
      /idStazione: deve essere 80008000801_/,
    ],
    [
      "an unknown intermediary",
      { params: { idIntermediario: "99999999999", idStazione: "99999999999_01" }, body },
      404,
      /intermediario 99999999999/,
    ],
    [
      "a V1 without password",
      { params: { ...params, idStazione: `${INTERMEDIARIO}_08` }, body: { versione: "V1", abilitato: true } },
      400,
      /password.*V1/,
    ],
    ["an unknown version", { params, body: { versione: "V3", abilitato: true } }, 400, /versione/],
    ["no indication of being enabled", { params, body: { versione: "V2" } }, 400, /abilitato/],
    ["who works for some creditors only", { params, body, as: LIMITATO }, 403, /comune a tutti i domini/],
  ],
);
