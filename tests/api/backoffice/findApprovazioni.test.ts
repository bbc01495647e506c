import { beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../../sostegno/anagrafica.ts";
import { addContoNuovo, COMUNE, decide, requestCambio, UNIONE } from "./cambio-di-banca.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const ALTROVE = "operatore-altrove";
const find = (query: Record<string, string> = {}, as?: string) =>
  prova.invoke("findApprovazioni", { query, ...(as !== undefined && { as }) });

beforeAll(async () => {
  await addContoNuovo(prova);
  const acl = [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R", "W"] }];
  const body = { ragioneSociale: "Operatore di un altro ente", password: PASSWORD, domini: [UNIONE], tipiPendenza: ["*"], acl };
  expect((await prova.invoke("addOperatore", { params: { principal: ALTROVE }, body })).status).toBe(201);
});

describe("GET /backoffice/v1/approvazioni", () => {
  it("lists what waits and what was decided, only of the creditors in scope", async () => {
    const primo = await requestCambio(prova);
    await decide(prova, primo["idApprovazione"], "RIFIUTATA");
    const secondo = await requestCambio(prova);
    const attese = [
      { id: secondo["idApprovazione"], tipo: "CAMBIO_IBAN", oggetto: secondo["id"], stato: "RICHIESTA" },
      { id: primo["idApprovazione"], stato: "RIFIUTATA" },
    ];
    expect((await find()).body["risultati"]).toMatchObject(attese);
    expect((await find({ stato: "RICHIESTA", idDominio: COMUNE })).body).toMatchObject({ numRisultati: 1, risultati: [attese[0]] });
    expect((await find({ idDominio: UNIONE })).body["risultati"]).toEqual([]);
    expect((await find({}, ALTROVE)).body["risultati"]).toEqual([]);
  });

  it("refuses an unknown state", async () => {
    expect((await find({ stato: "SCADUTA" })).status).toBe(400);
  });
});
