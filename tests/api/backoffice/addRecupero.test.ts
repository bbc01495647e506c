/** A receipt asked for by name. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { buildRicevuta } from "../../sostegno/esempi.ts";
import { createProva, LIMITATO } from "./prove.ts";
import { buildRecupero, chiaveDi, DI_UNIONE, SOLO_LETTURA, seedRecuperi, store } from "./recuperi.ts";

const prova = createProva();
const motivazione = "Il cittadino ha la quietanza";

describe("POST /backoffice/v1/recuperi", () => {
  beforeAll(async () => {
    await seedRecuperi(prova);
    await store(prova, { azione: "crea", entita: "ricevuta", valore: buildRicevuta() });
  });

  it("opens the search of its sample before the others, once, and tells who wanted it", async () => {
    const { body, expected } = findCampione("backoffice/addRecupero");
    const prima = await prova.invoke("addRecupero", { body });
    expect([prima.status, prima.body]).toEqual([
      expected.status,
      expect.objectContaining({ stato: "DA_RECUPERARE", origine: "OPERATORE", urgente: true, operatore: "amministratore" }),
    ]);
    const seconda = await prova.invoke("addRecupero", { body });
    expect([seconda.status, seconda.body["dataRilevazione"]]).toEqual([200, prima.body["dataRilevazione"]]);
    const { Items = [] } = await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    expect(Items.filter((e) => e["tipoEvento"] === "addRecupero")).toMatchObject([
      { categoriaEvento: "UTENTE", principal: "amministratore", esito: "OK", ccp: "5c0fdb1f4c6d4a0f8f1e0b1a2c3d4e5f" },
    ]);
  });

  it("opens again a search that had ended without the receipt, and leaves alone one under way", async () => {
    const riaperta = await prova.invoke("addRecupero", { body: { ...chiaveDi(buildRecupero(1)), motivazione } });
    expect(riaperta).toMatchObject({ status: 200, body: { stato: "DA_RECUPERARE", tentativi: 0, urgente: true } });
    const inCorso = await prova.invoke("addRecupero", { body: { ...chiaveDi(buildRecupero(3)), motivazione } });
    expect(inCorso).toMatchObject({ status: 200, body: { stato: "DA_RECUPERARE", urgente: false } });
  });

  it.each([
    ["a receipt already filed", { idDominio: COMUNE, iuv: "01000000000000133", iur: "ricevuta-1", motivazione }, undefined, 422, "422000"],
    ["an unknown creditor", { idDominio: "99999999990", iuv: "01000000000000133", iur: "x", motivazione }, undefined, 422, "DOM_000"],
    ["a creditor of others", { ...chiaveDi(buildRecupero(6)), motivazione }, DI_UNIONE, 422, "DOM_000"],
    ["a request without reason", chiaveDi(buildRecupero(6)), undefined, 400, "SINTASSI"],
    ["who may only read", { ...chiaveDi(buildRecupero(6)), motivazione }, SOLO_LETTURA, 403, "403000"],
    ["who has no right", { ...chiaveDi(buildRecupero(6)), motivazione }, LIMITATO, 403, "403000"],
  ])("refuses %s", async (_caso, body, as, status, codice) => {
    expect(await prova.invoke("addRecupero", { body, ...(as !== undefined && { as }) })).toMatchObject({ status, body: { codice } });
  });
});
