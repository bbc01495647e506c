/** Debts written by operators, in the name of an application: who did it is the operator, in history and journal, and only within its own scope. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { decodeEvento } from "../../sostegno/eventi.ts";
import { chiave, corpo } from "../pendenze/impianto.ts";
import { createImpiantoOperatori, type Operatore } from "./impianto-pendenze.ts";

const { api, invoke, sample } = createImpiantoOperatori();
const put = (idPendenza: string, body: unknown = corpo(), as: Operatore = "amministratore", idA2A = "GEST-TRIBUTI") =>
  invoke("backoffice/addPendenza", { params: chiave(idPendenza, idA2A), body, as });
const patch = (idPendenza: string, body: unknown, as: Operatore = "amministratore") =>
  invoke("backoffice/updatePendenza", { params: chiave(idPendenza), body, as });
const get = async (idPendenza: string) => (await invoke("backoffice/getPendenza", { params: chiave(idPendenza) })).body;
const storia = async (idPendenza: string) =>
  (await invoke("backoffice/getStoriaPendenza", { params: chiave(idPendenza) })).body["risultati"];
const eventi = async (tipo: string, idPendenza: string) => {
  const { Items = [] } = await api().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
  return Items.filter((e) => e["tipoEvento"] === tipo && e["idPendenza"] === idPendenza).map(decodeEvento);
};

const MENSA = corpo({
  ...{ idDominio: UNIONE, idTipoPendenza: "MENSA" },
  voci: [{ idVocePendenza: "1", importo: 100.5, descrizione: "Mensa", codEntrata: "MENSA" }],
});

beforeAll(async () => {
  const spenta = { principal: "spenta", abilitato: false, domini: ["*"], tipiPendenza: ["*"], apiPendenze: true };
  expect((await invoke("backoffice/addApplicazione", { params: { idA2A: "SPENTA" }, body: spenta })).status).toBe(201);
});

describe("POST and PUT /backoffice/v1/pendenze", () => {
  it.each([
    ["createPendenza", "a-nuova", 201],
    ["createPendenza", "b-applicazione-ignota", 400],
    ["addPendenza", "a-nuova-con-stampa", 201],
    ["addPendenza", "b-aggiornamento", 200],
  ])("%s answers the sample %s with %i", async (operazione, caso, status) => {
    expect((await sample(`backoffice/${operazione}`, caso)).status).toBe(status);
  });

  it("answers with number and names, and the notice when asked for", async () => {
    const query = { stampaAvviso: "true" };
    const body = { idA2A: "GEST-TRIBUTI", idPendenza: "STAMPATA", ...corpo({ idUnitaOperativa: "TRIBUTI" }) };
    const esito = await invoke("backoffice/createPendenza", { query, body, as: "op-ufficio" });
    expect([esito.status, esito.headers["etag"], esito.body]).toEqual([
      201,
      '"1"',
      {
        ...{ idDominio: COMUNE, idA2A: "GEST-TRIBUTI", idPendenza: "STAMPATA", idUnitaOperativa: "TRIBUTI" },
        ...{ numeroAvviso: expect.stringMatching(/^301\d{15}$/), UUID: expect.any(String) },
        pdf: expect.stringMatching(/^JVBERi/),
      },
    ]);
  });

  it("is the operator's in history and journal, and the application's in its own API", async () => {
    expect((await put("DI-CHI", corpo(), "op-comune")).status).toBe(201);
    expect(await storia("DI-CHI")).toMatchObject([{ autore: "op-comune", evento: "creata" }]);
    expect(await eventi("addPendenza", "DI-CHI")).toMatchObject([
      { componente: "API_BACKOFFICE", principal: "op-comune", esito: "OK", idA2A: "GEST-TRIBUTI" },
    ]);
    expect((await api().invoke("pendenze/getPendenza", { params: chiave("DI-CHI") })).body).toMatchObject({ tipo: "dovuto" });
  });

  it("costs the reads of an application's load and one transaction; repeated it writes nothing", async () => {
    await put("COSTO");
    api().richieste.length = 0;
    expect((await put("COSTO-2")).status).toBe(201);
    expect(api().richieste.filter((richiesta) => richiesta !== "GetItem")).toEqual(["Query", "TransactWriteItems"]);
    const prima = (await eventi("addPendenza", "COSTO-2")).length;
    expect((await put("COSTO-2")).status).toBe(200);
    expect((await eventi("addPendenza", "COSTO-2")).length).toBe(prima);
  });

  it("replaces only the version that its writer has seen", async () => {
    await put("VERSIONE");
    const con = (ifMatch: string) =>
      invoke("backoffice/addPendenza", {
        ...{ params: chiave("VERSIONE"), body: corpo({ causale: "Altra" }) },
        headers: { "if-match": ifMatch },
      });
    expect(await con('"7"')).toMatchObject({ status: 412, body: { codice: "412000" } });
    expect(await con('"1"')).toMatchObject({ status: 200, headers: { etag: '"2"' } });
  });

  it.each<[string, Parameters<typeof put>, number, string, string]>([
    ["an unknown application", ["P", corpo(), "amministratore", "IGNOTA"], 400, "APP_000", "IGNOTA"],
    ["a disabled application", ["P", corpo(), "amministratore", "SPENTA"], 400, "APP_001", "SPENTA"],
    ["an unknown creditor", ["P", corpo({ idDominio: "99999999999" })], 422, "DOM_000", "99999999999"],
    ["a creditor that is not the operator's", ["P", MENSA, "op-comune"], 422, "VER_022", UNIONE],
    ["a type that is not the operator's", ["P", corpo(), "op-mensa"], 422, "VER_022", "TARI"],
    ["an unknown unit", ["P", corpo({ idUnitaOperativa: "IGNOTA" })], 422, "UOP_000", "IGNOTA"],
    ["items that do not sum up", ["P", corpo({ importo: 1 })], 422, "VER_002", "importo"],
    ["a field that nobody knows", ["P", corpo({ ignoto: 1 })], 400, "SINTASSI", "ignoto"],
    ["a key with forbidden characters", ["a/b"], 400, "SINTASSI", "idPendenza"],
    ["an operator that only reads", ["P", corpo(), "op-legge"], 403, "403000", "Pendenze"],
  ])("refuses %s", async (_caso, argomenti, status, codice, nominato) => {
    const esito = await put(...argomenti);
    expect(esito).toMatchObject({ status, body: { codice, dettaglio: expect.stringContaining(nominato) } });
    expect((await invoke("backoffice/getPendenza", { params: chiave("P") })).status).toBe(404);
  });

  it("does not let an operator overwrite what it does not see", async () => {
    await put("DI-ALTRI");
    const prova = corpo({ idTipoPendenza: "MENSA" });
    expect(await put("DI-ALTRI", prova, "op-mensa")).toMatchObject({ status: 422, body: { codice: "VER_022" } });
    expect(await put("DI-ALTRI", MENSA, "op-unione")).toMatchObject({ status: 422, body: { codice: "VER_022" } });
    expect(await get("DI-ALTRI")).toMatchObject({ tipoPendenza: { idTipoPendenza: "TARI" }, dominio: { idDominio: COMUNE } });
  });
});

describe("PATCH /backoffice/v1/pendenze/{idA2A}/{idPendenza}", () => {
  const ANNULLA = [{ op: "REPLACE", path: "/stato", value: "ANNULLATA" }];

  it("annuls with a reason and a note, then restores, all in the operator's name", async () => {
    expect((await sample("backoffice/updatePendenza", "a-annulla", "op-comune")).status).toBe(200);
    expect(await get("SPORTELLO-0002")).toMatchObject({
      ...{ stato: "ANNULLATA", descrizioneStato: "Pagata al vecchio sportello", verificato: false },
      note: [{ autore: "op-comune", oggetto: "Telefonata" }],
    });
    const ripristina = [
      { op: "REPLACE", path: "/stato", value: "NON_ESEGUITA" },
      { op: "REPLACE", path: "/ack", value: true },
    ];
    expect((await patch("SPORTELLO-0002", ripristina)).status).toBe(200);
    expect(await get("SPORTELLO-0002")).toMatchObject({ stato: "NON_ESEGUITA", verificato: true });
    const categoriaEvento = "UTENTE";
    expect(await eventi("updatePendenza", "SPORTELLO-0002")).toMatchObject([
      { principal: "op-comune", categoriaEvento },
      { principal: "amministratore", categoriaEvento },
    ]);
  });

  it("changes only the version that its writer has seen, and tells the new one", async () => {
    await put("PATCH-ETAG");
    const con = (ifMatch: string) =>
      invoke("backoffice/updatePendenza", { params: chiave("PATCH-ETAG"), body: ANNULLA, headers: { "if-match": ifMatch } });
    expect(await con('"9"')).toMatchObject({ status: 412, body: { codice: "412000" } });
    expect(await con('"1"')).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(await get("PATCH-ETAG")).toMatchObject({ stato: "ANNULLATA" });
  });

  it("reaches also the debts of an application that was disabled", async () => {
    const applicazione = (abilitato: boolean) => ({ principal: "dismessa", abilitato, domini: ["*"], tipiPendenza: ["*"] });
    const save = (abilitato: boolean) =>
      invoke("backoffice/addApplicazione", { params: { idA2A: "DISMESSA" }, body: applicazione(abilitato) });
    await save(true);
    expect((await put("VECCHIA", corpo(), "amministratore", "DISMESSA")).status).toBe(201);
    await save(false);
    const params = chiave("VECCHIA", "DISMESSA");
    expect((await invoke("backoffice/updatePendenza", { params, body: ANNULLA })).status).toBe(200);
  });

  it.each<[string, Parameters<typeof patch>, number, string]>([
    ["a debt that does not exist", ["MAI-VISTA", ANNULLA], 404, "404000"],
    ["a debt of another creditor", ["SPORTELLO-0001", ANNULLA, "op-unione"], 404, "404000"],
    ["a debt of another type", ["SPORTELLO-0001", ANNULLA, "op-mensa"], 404, "404000"],
    ["an operator that only reads", ["SPORTELLO-0001", ANNULLA, "op-legge"], 403, "403000"],
    ["a restoration of what is not annulled", ["SPORTELLO-0001", [{ ...ANNULLA[0], value: "NON_ESEGUITA" }]], 422, "VER_003"],
    ["a path that may not change", ["SPORTELLO-0001", [{ op: "REPLACE", path: "/importo", value: 1 }]], 400, "SINTASSI"],
    ["an operation that is not an array", ["SPORTELLO-0001", ANNULLA[0]], 400, "SINTASSI"],
    ["no operation", ["SPORTELLO-0001", []], 400, "SINTASSI"],
  ])("refuses %s", async (_caso, argomenti, status, codice) => {
    expect(await patch(...argomenti)).toMatchObject({ status, body: { codice } });
    expect(await get("SPORTELLO-0001")).toMatchObject({ stato: "NON_ESEGUITA" });
  });
});
