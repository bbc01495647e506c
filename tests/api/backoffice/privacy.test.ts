import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { decodeEvento } from "../../sostegno/eventi.ts";
import { createProva, LIMITATO } from "./prove.ts";

const CF = "RSSMRA85T10A562S";
const MESI = { pagateMesi: 120, annullateMesi: 24, scaduteMesi: 60 };
const prova = createProva();

const eventi = async (tipo?: string): Promise<readonly Record<string, unknown>[]> => {
  const { Items = [] } = await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
  return Items.filter((evento) => tipo === undefined || evento["tipoEvento"] === tipo).map(decodeEvento);
};
const load = async () => {
  const { pathParameters, body } = findCampione("pendenze/addPendenza");
  await prova.ambiente().invoke("pendenze/addPendenza", { params: pathParameters ?? {}, body });
  return pathParameters ?? {};
};

describe("backoffice/getDatiCittadino", () => {
  it("dà tutto ciò che si conserva del cittadino, e non scrive da nessuna parte il suo codice", async () => {
    await load();
    const { status, body } = await prova.invoke("getDatiCittadino", { body: { codiceFiscale: CF.toLowerCase() } });
    expect(status).toBe(200);
    expect(body["posizioni"]).toMatchObject([
      { pendenza: { debitore: { identificativo: CF }, importo: 150.5 }, conservazione: { esito: "CONSERVATA", motivo: "DA_PAGARE" } },
    ]);
    const [evento] = await eventi("getDatiCittadino");
    expect(evento).toMatchObject({ categoriaEvento: "UTENTE", sottotipoEvento: "ESPORTAZIONE_CITTADINO", principal: "amministratore" });
    expect(JSON.stringify(evento).toUpperCase()).not.toContain(CF);
  });

  it("trova le proprie letture", async () => {
    await prova.invoke("getDatiCittadino", { body: { codiceFiscale: CF } });
    const { body } = await prova.invoke("getDatiCittadino", { body: { codiceFiscale: CF } });
    expect((body["letture"] as unknown[]).length).toBeGreaterThan(1);
  });

  it.each([
    [{ codiceFiscale: "corto" }, "codiceFiscale: atteso un codice fiscale"],
    [{}, "codiceFiscale"],
    [{ codiceFiscale: CF, altro: 1 }, "altro"],
  ])("rifiuta %o", async (corpo, atteso) => {
    const { status, body } = await prova.invoke("getDatiCittadino", { body: corpo });
    expect([status, body["dettaglio"]]).toEqual([400, expect.stringContaining(atteso)]);
  });

  it("chiede un diritto a parte", async () => {
    expect((await prova.invoke("getDatiCittadino", { body: { codiceFiscale: CF }, as: LIMITATO })).status).toBe(403);
    expect((await prova.invoke("cancellaDatiCittadino", { body: { codiceFiscale: CF }, as: LIMITATO })).status).toBe(403);
  });
});

describe("backoffice/cancellaDatiCittadino", () => {
  it("dice che cosa la legge trattiene, e non tocca ciò che si può ancora pagare", async () => {
    const params = await load();
    const { status, body } = await prova.invoke("cancellaDatiCittadino", { body: { codiceFiscale: CF, conferma: true } });
    expect([status, body["esiti"]]).toEqual([
      200,
      [expect.objectContaining({ idPendenza: params["idPendenza"], conservazione: expect.objectContaining({ motivo: "DA_PAGARE" }) })],
    ]);
    const letta = await prova.ambiente().invoke("pendenze/getPendenza", { params });
    expect(letta.testo).toContain(CF);
  });
});

describe("le regole di un dominio", () => {
  const params = { idDominio: COMUNE };

  it("si stabiliscono e si rileggono", async () => {
    expect((await prova.ambiente().invoke("backoffice/getConservazione", { params })).body).toEqual({});
    expect((await prova.invoke("updateConservazione", { params, body: MESI, as: LIMITATO })).body).toMatchObject({
      ...MESI,
      operatore: LIMITATO,
    });
    const cambiate = { params, body: { ...MESI, scaduteMesi: 72 } };
    expect((await prova.ambiente().invoke("backoffice/updateConservazione", cambiate)).status).toBe(200);
    expect((await prova.invoke("getConservazione", { params })).body).toMatchObject({ regole: { ...MESI, scaduteMesi: 72 } });
    expect(await eventi("updateConservazione")).toHaveLength(2);
  });

  it("si provano senza modificare nulla", async () => {
    await load();
    const prove = { pagateMesi: "24", annullateMesi: "1", scaduteMesi: "12" };
    const { status, body } = await prova.ambiente().invoke("backoffice/getAnteprimaConservazione", { params, query: prove });
    expect([status, body["anonimizzabili"]]).toEqual([200, 0]);
    expect((await prova.invoke("getAnteprimaConservazione", { params, query: { pagateMesi: "24" } })).body["dettaglio"]).toContain(
      "insieme",
    );
  });

  it.each([
    [{ ...MESI, pagateMesi: 23 }, "pagateMesi"],
    [{ ...MESI, annullateMesi: 0 }, "annullateMesi"],
    [{ ...MESI, scaduteMesi: 481 }, "scaduteMesi"],
    [{ ...MESI, scaduteMesi: 12.5 }, "scaduteMesi"],
  ])("rifiuta %o", async (corpo, campo) => {
    const { status, body } = await prova.invoke("updateConservazione", { params, body: corpo });
    expect([status, body["dettaglio"]]).toEqual([400, expect.stringContaining(campo)]);
  });

  it("non si vedono e non si cambiano da chi non vede il dominio", async () => {
    const altrui = { params: { idDominio: UNIONE }, as: LIMITATO };
    expect((await prova.invoke("getConservazione", altrui)).status).toBe(404);
    expect((await prova.invoke("updateConservazione", { ...altrui, body: MESI })).status).toBe(404);
    expect((await prova.invoke("getAnteprimaConservazione", altrui)).status).toBe(404);
  });
});

describe("le letture di dati personali", () => {
  const letture = async () => (await eventi()).filter((evento) => evento["sottotipoEvento"] === "LETTURA_DATI_PERSONALI");

  it("di un operatore restano nel giornale della pendenza letta, quelle di un'applicazione no", async () => {
    const params = await load();
    const prima = (await letture()).length;
    await prova.ambiente().invoke("pendenze/getPendenza", { params });
    expect(await letture()).toHaveLength(prima);
    await prova.invoke("getPendenza", { params });
    const scritte = await letture();
    expect(scritte).toHaveLength(prima + 1);
    expect(scritte.at(-1) ?? scritte[0]).toMatchObject({ categoriaEvento: "UTENTE", principal: "amministratore" });
  });

  it("per debitore restano sotto l'impronta, che la ricerca del cittadino trova", async () => {
    await prova.invoke("findPendenze", { query: { idDebitore: CF } });
    const trovata = (await letture()).find(({ tipoEvento }) => tipoEvento === "findPendenze");
    expect(trovata).toMatchObject({ soggetto: expect.stringMatching(/^CIT#k\d\./) });
    expect(JSON.stringify(trovata)).not.toContain(CF);
    const { status, testo } = await prova.invoke("findEventi", { query: { tipoEvento: "findPendenze" } });
    expect([status, testo.includes("LETTURA_DATI_PERSONALI"), testo.includes("k0.")]).toEqual([200, true, false]);
  });
});

describe("i messaggi nel giornale", () => {
  it("di una richiesta rifiutata non hanno i dati del cittadino", async () => {
    const { pathParameters, body } = findCampione("pendenze/addPendenza");
    const sbagliato = { ...(body as object), importo: -1 };
    const rifiutata = { params: { ...pathParameters, idPendenza: "RIFIUTATA" }, body: sbagliato };
    expect((await prova.ambiente().invoke("pendenze/addPendenza", rifiutata)).status).toBe(400);
    const evento = (await eventi("addPendenza")).find(({ esito }) => esito === "KO");
    const payload = String(Object(evento?.["parametriRichiesta"])["payload"]);
    expect(payload).toContain('"idTipoPendenza":"TARI"');
    for (const dato of [CF, "Mario Rossi", "mario.rossi@example.org"]) expect(payload).not.toContain(dato);
  });

  it("di una scrittura del Backoffice sono nella sua transazione, per la policy sempre", async () => {
    await prova.invoke("updateConservazione", { params: { idDominio: COMUNE }, body: MESI });
    const payload = (await eventi("updateConservazione")).map((evento) => String(Object(evento["parametriRichiesta"])["payload"]));
    expect(payload).toContain(JSON.stringify(MESI));
  });
});
