import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { idDominio: COMUNE, idUnitaOperativa: "ANAGRAFE" };
const body = { ragioneSociale: "Ufficio Anagrafe", email: "anagrafe@comune.example", nazione: "IT", tel: null };

describeScrittura(
  prova,
  "addUnitaOperativa",
  { params, body },
  {
    id: "getUnitaOperativa",
    attesa: { idUnita: "ANAGRAFE", ragioneSociale: "Ufficio Anagrafe", email: "anagrafe@comune.example", abilitato: true },
  },
  [
    ["an id with characters that are not allowed", { params: { ...params, idUnitaOperativa: "A B" }, body }, 400, /idUnitaOperativa/],
    ["no name", { params, body: {} }, 400, /ragioneSociale/],
    ["a wrong e-mail", { params, body: { ...body, email: "x@" } }, 400, /email/],
    ["an unknown creditor", { params: { ...params, idDominio: "00000000000" }, body }, 404, /dominio 00000000000/],
    ["a creditor of others, as if it did not exist", { params: { ...params, idDominio: UNIONE }, body, as: LIMITATO }, 404, /404000/],
  ],
);
