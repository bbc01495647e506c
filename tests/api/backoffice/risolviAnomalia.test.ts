import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { findCampione } from "../../sostegno/campioni.ts";
import { ALTRO_ENTE, addAltroEnte, storeAnomala } from "./pendenze-anomale.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const chiave = (idPendenza: string) => ({ idA2A: "GEST-TRIBUTI", idPendenza });
const risolvi = (idPendenza: string, body: unknown, as?: string) =>
  prova.invoke("risolviAnomalia", { params: chiave(idPendenza), body, ...(as !== undefined && { as }) });
const PAGATA = { risoluzione: "PAGATA", motivazione: "Verificato con l'ufficio" };

describe("POST /backoffice/v1/pendenze/{idA2A}/{idPendenza}/risolviAnomalia", () => {
  beforeAll(async () => {
    await addAltroEnte(prova);
    await storeAnomala(prova, "TARI-2026-0001", "01000000000000101");
    await storeAnomala(prova, "P-PAGATA", "01000000000000102");
    await storeAnomala(prova, "P-RIAPERTA", "01000000000000103", { dataScadenza: "2020-01-01" });
    await storeAnomala(prova, "P-INCASSATA", "01000000000000104", { importoIncassato: 15_050n });
    await storeAnomala(prova, "P-NORMALE", "01000000000000105", { stato: "NON_ESEGUITA", importoPagato: 0n });
  });

  it("notes a refund, as in its sample, in state, history and journal", async () => {
    const { pathParameters, body, expected } = findCampione("backoffice/risolviAnomalia");
    const esito = await prova.invoke("risolviAnomalia", { params: pathParameters ?? {}, body });
    expect([esito.status, esito.body]).toEqual([
      expected.status,
      expect.objectContaining({
        stato: "ESEGUITA",
        importo: 150.5,
        importoPagato: 150.5,
        descrizioneStato: expect.stringContaining("150,50"),
      }),
    ]);
    const { body: storia } = await prova.invoke("getStoriaPendenza", { params: chiave("TARI-2026-0001") });
    expect(storia["risultati"]).toMatchObject([
      {
        autore: "amministratore",
        evento: "rimborsaAnomalia",
        campi: expect.arrayContaining([
          { campo: "stato", prima: "ANOMALA", dopo: "ESEGUITA" },
          { campo: "importoPagato", prima: 301, dopo: 150.5 },
          { campo: "segnalazioni", dopo: [expect.objectContaining({ codice: "ANOMALIA_RISOLTA" })] },
        ]),
      },
    ]);
    const { Items = [] } = await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    expect(Items.filter(({ tipoEvento }) => tipoEvento === "risolviAnomalia")).toMatchObject([
      {
        ...{ categoriaEvento: "UTENTE", componente: "API_BACKOFFICE", principal: "amministratore", esito: "OK" },
        ...{ sottotipoEvento: "rimborsaAnomalia", idPendenza: "TARI-2026-0001", iuv: "01000000000000101" },
      },
    ]);
  });

  it("accepts a debt as paid, once", async () => {
    expect(await risolvi("P-PAGATA", PAGATA)).toMatchObject({ status: 200, body: { stato: "ESEGUITA", importoPagato: 301 } });
    expect(await risolvi("P-PAGATA", PAGATA)).toMatchObject({ status: 422, body: { codice: "VER_003" } });
  });

  it("opens a debt again, which has expired meanwhile", async () => {
    const esito = await risolvi("P-RIAPERTA", { risoluzione: "RIAPERTA", motivazione: "Pagamento di un altro" });
    expect(esito).toMatchObject({ status: 200, body: { stato: "SCADUTA", importoPagato: 0 } });
  });

  it.each([
    ["a debt that is not anomalous", "P-NORMALE", PAGATA, 422, "VER_003", "NON_ESEGUITA"],
    ["an unknown debt", "IGNOTA", PAGATA, 404, "404000", "IGNOTA"],
    ["a reopening of what is in the bank", "P-INCASSATA", { ...PAGATA, risoluzione: "RIAPERTA" }, 422, "422000", "tesoreria"],
    ["a refund of everything", "P-INCASSATA", { ...PAGATA, risoluzione: "RIMBORSATA", importoRimborsato: 301 }, 422, "422000", "RIAPERTA"],
    ["a refund without amount", "P-INCASSATA", { ...PAGATA, risoluzione: "RIMBORSATA" }, 400, "SINTASSI", "importoRimborsato"],
    ["an amount without refund", "P-INCASSATA", { ...PAGATA, importoRimborsato: 1 }, 400, "SINTASSI", "importoRimborsato"],
    ["a choice without reason", "P-INCASSATA", { risoluzione: "PAGATA" }, 400, "SINTASSI", "motivazione"],
    ["an unknown choice", "P-INCASSATA", { ...PAGATA, risoluzione: "DIMENTICATA" }, 400, "SINTASSI", "risoluzione"],
    [
      "a key written twice",
      "P-INCASSATA",
      '{"risoluzione":"PAGATA","risoluzione":"RIAPERTA","motivazione":"x"}',
      400,
      "SINTASSI",
      "risoluzione",
    ],
  ])("refuses %s", async (_caso, idPendenza, body, status, codice, motivo) => {
    expect(await risolvi(idPendenza, body)).toMatchObject({ status, body: { codice, dettaglio: expect.stringContaining(motivo) } });
  });

  it.each([
    [ALTRO_ENTE, 404],
    [LIMITATO, 403],
  ])("is not for %s (%i)", async (as, status) => {
    expect((await risolvi("P-INCASSATA", PAGATA, as)).status).toBe(status);
  });
});
