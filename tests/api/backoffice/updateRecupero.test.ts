/** Retry now, or give up. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { findCampione, readCampioni } from "../../sostegno/campioni.ts";
import { createProva, LIMITATO } from "./prove.ts";
import { buildRecupero, chiaveDi, DI_UNIONE, SOLO_LETTURA, seedRecuperi } from "./recuperi.ts";

const prova = createProva();
const RIPROVA = { azione: "RIPROVA", motivazione: "Il PSP conferma" };
const ABBANDONA = { azione: "ABBANDONA", motivazione: "Stornato dal PSP" };

describe("PATCH /backoffice/v1/recuperi/{idDominio}/{iuv}/{iur}", () => {
  beforeAll(() => seedRecuperi(prova));

  it("does what its samples say", async () => {
    for (const { pathParameters, body, expected } of readCampioni("backoffice/updateRecupero")) {
      expect((await prova.invoke("updateRecupero", { params: pathParameters ?? {}, body })).status).toBe(expected.status);
    }
    const { pathParameters } = findCampione("backoffice/updateRecupero");
    const { body } = await prova.invoke("getRecupero", { params: pathParameters ?? {} });
    expect(body).toMatchObject({ stato: "DA_RECUPERARE", tentativi: 0, urgente: true, operatore: "amministratore" });
  });

  it("gives up with a reason, in the search and in the journal", async () => {
    const esito = await prova.invoke("updateRecupero", { params: chiaveDi(buildRecupero(3)), body: ABBANDONA });
    expect(esito).toMatchObject({ status: 200, body: { stato: "ABBANDONATO", motivazione: "Stornato dal PSP" } });
    expect(esito.body).not.toHaveProperty("dataProssimoTentativo");
    const { Items = [] } = await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    expect(Items.filter((e) => e["tipoEvento"] === "updateRecupero" && e["ccp"] === "iur-3")).toMatchObject([
      { categoriaEvento: "UTENTE", sottotipoEvento: "abbandona", dettaglioEsito: "Stornato dal PSP", esito: "OK" },
    ]);
  });

  it.each([
    ["a retry of an activation, whose IUR is not known", chiaveDi(buildRecupero(4)), RIPROVA, undefined, 422, "IN_ATTESA"],
    ["anything on a receipt that is here", chiaveDi(buildRecupero(2)), RIPROVA, undefined, 422, "RECUPERATO"],
    ["a search that is not there", { ...chiaveDi(buildRecupero(1)), iur: "altro" }, RIPROVA, undefined, 404, "altro"],
    ["a search of other creditors", chiaveDi(buildRecupero(1)), RIPROVA, DI_UNIONE, 404, "iur-1"],
    ["a choice without reason", chiaveDi(buildRecupero(1)), { azione: "RIPROVA" }, undefined, 400, "motivazione"],
    ["an unknown choice", chiaveDi(buildRecupero(1)), { ...RIPROVA, azione: "DIMENTICA" }, undefined, 400, "azione"],
    ["who may only read", chiaveDi(buildRecupero(1)), RIPROVA, SOLO_LETTURA, 403, "diritto W"],
    ["who has no right", chiaveDi(buildRecupero(1)), RIPROVA, LIMITATO, 403, "diritto W"],
  ])("refuses %s", async (_caso, params, body, as, status, motivo) => {
    const esito = await prova.invoke("updateRecupero", { params, body, ...(as !== undefined && { as }) });
    expect(esito).toMatchObject({ status, body: { dettaglio: expect.stringContaining(motivo) } });
  });
});
