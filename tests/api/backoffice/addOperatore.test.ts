import { describe, expect, it } from "vitest";
import { createProva, describeScrittura, LIMITATO } from "./prove.ts";

const prova = createProva();

const params = { principal: "mario.rossi@comune.example" };
const body = {
  ragioneSociale: "Mario Rossi",
  password: "SegretaOpe-1",
  domini: ["*"],
  tipiPendenza: ["TARI"],
  acl: [{ servizio: "Anagrafica PagoPA", autorizzazioni: ["R"] }],
};
const con = (campi: object) => ({ params, body: { ...body, ...campi } });

describeScrittura(
  prova,
  "addOperatore",
  { params, body },
  {
    id: "getOperatore",
    attesa: {
      principal: "mario.rossi@comune.example",
      ragioneSociale: "Mario Rossi",
      password: true,
      domini: [{ idDominio: "*", ragioneSociale: "Tutti" }],
      tipiPendenza: [{ idTipoPendenza: "TARI", descrizione: "Tipo TARI" }],
      acl: body.acl,
      ruoli: [],
      abilitato: true,
    },
    segreti: ["SegretaOpe"],
  },
  [
    ["a name above 35 characters", con({ ragioneSociale: "x".repeat(36) }), 400, /ragioneSociale/],
    ["a weak password", con({ password: "debole" }), 400, /password/],
    ["an unknown creditor", con({ domini: ["00000000000"] }), 422, /domini.*00000000000/],
    ["the principal of an application", { params: { principal: "gest-tributi" }, body }, 409, /409001/],
    ["a scope wider than the operator's", { params: { principal: "altro" }, body, as: LIMITATO }, 403, /più largo del proprio/],
    ["an operator without the right", { params, body, as: "operatore-limitato" }, 403, /W su Anagrafica Ruoli/],
  ],
);

describe("PUT addOperatore", () => {
  it("creates someone who can call at once, within the rights given", async () => {
    const as = { as: null, headers: { authorization: `Basic ${btoa("mario.rossi@comune.example:SegretaOpe-1")}` } };
    expect((await prova.invoke("findIntermediari", as)).status).toBe(200);
    expect((await prova.invoke("findApplicazioni", as)).status).toBe(403);
  });
});
