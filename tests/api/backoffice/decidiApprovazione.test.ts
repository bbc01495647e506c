import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { addContoNuovo, COMUNE, decide, LIMITATO, requestCambio, SCONOSCIUTO } from "./cambio-di-banca.ts";
import { createProva } from "./prove.ts";

const prova = createProva();
const scan = async (TableName: string) => (await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName }))).Items ?? [];

beforeAll(() => addContoNuovo(prova));

describe("POST /backoffice/v1/approvazioni/{id}/decisione", () => {
  it("is not for who asked; for another it starts what was asked, in one transaction, and is in the journal", async () => {
    const cambio = await requestCambio(prova);
    expect(await decide(prova, cambio["idApprovazione"], "APPROVATA", "amministratore")).toMatchObject({
      status: 403,
      body: { dettaglio: expect.stringContaining("altra persona") },
    });
    const esito = await decide(prova, cambio["idApprovazione"], "APPROVATA");
    expect(esito).toMatchObject({ status: 200, body: { stato: "APPROVATA", decisione: { autore: LIMITATO, motivazione: "visto" } } });
    const { body } = await prova.invoke("getCambioIban", { params: { idDominio: COMUNE, id: String(cambio["id"]) } });
    expect(body).toMatchObject({ stato: "IN_CORSO" });
    const messaggi = (await scan("prova-archivio")).filter(({ coda }) => coda === "cambi");
    expect(messaggi.map(({ corpo }) => JSON.parse(String(corpo)))).toEqual([{ id: cambio["id"], tappa: 0 }]);
    const eventi = (await scan("prova-eventi")).filter((e) => e["tipoEvento"] === "decidiApprovazione" && e["esito"] === "OK");
    expect(eventi).toMatchObject([
      { principal: LIMITATO, sottotipoEvento: "APPROVATA", dettaglioEsito: expect.stringContaining("amministratore") },
    ]);
    expect((await decide(prova, cambio["idApprovazione"], "RIFIUTATA")).status).toBe(422);
  });

  it.each([
    ["an unknown request", { esito: "APPROVATA" }, LIMITATO, 404],
    ["a refusal without reason", { esito: "RIFIUTATA" }, LIMITATO, 400],
    ["an unknown decision", { esito: "FORSE" }, LIMITATO, 400],
    ["who may only read", { esito: "APPROVATA" }, "operatore-limitato", 403],
  ])("refuses %s", async (_caso, body, as, status) => {
    expect((await prova.invoke("decidiApprovazione", { params: { id: SCONOSCIUTO }, body, as })).status).toBe(status);
  });
});
