import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORM_COSAP } from "../../../local/sandbox/form-cosap.ts";
import { toElemento } from "../../../shared/adapters/archivio/mappa.ts";
import { mappeAnagrafiche } from "../../../shared/adapters/archivio/registro.ts";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { decodeEvento } from "../../sostegno/eventi.ts";
import { chiave, corpo } from "../pendenze/impianto.ts";
import { createImpiantoOperatori, type Operatore } from "./impianto-pendenze.ts";

const { invoke, sample, api } = createImpiantoOperatori();
const base64 = (valore: unknown): string => Buffer.from(typeof valore === "string" ? valore : JSON.stringify(valore)).toString("base64");

/** The creditor's system, that answers with what a test told it to. */
let ente: Server;
let risposta: { status: number; corpo: unknown } = { status: 200, corpo: {} };
const ricevute: { url: string; corpo: unknown }[] = [];

const MODELLO = {
  idA2A: "GEST-TRIBUTI",
  idPendenza: "F-{{ pratica }}",
  causale: "Pratica {{ pratica }}",
  soggettoPagatore: { tipo: "F", identificativo: "{{ cf }}", anagrafica: "{{ nome }}" },
  importo: "{{ importo(euro) }}",
  voci: [{ idVocePendenza: "1", importo: "{{ importo(euro) }}", descrizione: "Diritti", codEntrata: "TARI" }],
};
const DATI = { pratica: "12", cf: "RSSMRA85T10A562S", nome: "Mario Rossi", euro: "12,50" };

const FREEMARKER = `<#assign request = jsonPath.read("$")>
{ "idA2A": "GEST-TRIBUTI", "idPendenza": "FM-\${request.pratica}", "causale": "Pratica \${request.pratica}", "importo": "\${request.euro}",
  "soggettoPagatore": { "tipo": "F", "identificativo": "\${request.cf}", "anagrafica": "\${request.nome}" },
  "voci": [{ "idVocePendenza": "1", "importo": \${request.euro}, "descrizione": "Diritti", "codEntrata": "TARI" }] }`;

/** One type for each way to make a debt: a form of a type may be cached for a minute. */
const FORME: Readonly<Record<string, unknown>> = {
  DIRETTA: { abilitato: true },
  SPENTA: { abilitato: false },
  MODELLO: { abilitato: true, trasformazione: { tipo: "fiorino", definizione: base64(MODELLO) } },
  SCHEMA: { abilitato: true, validazione: base64({ type: "object", required: ["pratica"] }), trasformazione: FORM_COSAP.trasformazione },
  ROTTO: { abilitato: true, trasformazione: { tipo: "fiorino", definizione: base64('{"causale": "{{ ignota( }}"}') } },
  IGNOTO: { abilitato: true, trasformazione: { tipo: "xslt", definizione: base64("<a/>") } },
  FREEMARKER: { abilitato: true, trasformazione: { tipo: "freemarker", definizione: base64(FREEMARKER) } },
  INCOMPLETO: { abilitato: true, trasformazione: { tipo: "fiorino", definizione: base64({ idA2A: "GEST-TRIBUTI" }) } },
  INOLTRO: { abilitato: true, inoltro: "ENTE" },
  "INOLTRO-IGNOTO": { abilitato: true, inoltro: "MAI-VISTA" },
};

beforeAll(async () => {
  ente = createServer((req, res) => {
    let testo = "";
    req.setEncoding("utf8").on("data", (pezzo: string) => {
      testo += pezzo;
    });
    req.on("end", () => {
      ricevute.push({ url: `${req.method} ${req.url}`, corpo: JSON.parse(testo) });
      res.writeHead(risposta.status, { "content-type": "application/json" }).end(JSON.stringify(risposta.corpo));
    });
  });
  await new Promise<void>((resolve) => {
    ente.listen(0, "127.0.0.1", resolve);
  });
  const { port } = ente.address() as AddressInfo;
  const applicazione = {
    ...{ principal: "ente", domini: ["*"], tipiPendenza: ["*"], apiPendenze: true, abilitato: true },
    servizioIntegrazione: { url: `http://127.0.0.1:${port}/ec`, versioneApi: "REST v2" },
  };
  const put = async (id: string, params: Readonly<Record<string, string>>, body: unknown) =>
    expect(await invoke(`backoffice/${id}`, { params, body })).toMatchObject({ status: 201 });
  await put("addApplicazione", { idA2A: "ENTE" }, applicazione);
  for (const [idTipoPendenza, portaleBackoffice] of Object.entries({ ...FORME, COSAP: FORM_COSAP })) {
    // The schema of SCHEMA is the creditor's, its template the common one's.
    const { trasformazione, ...altri } = Object(portaleBackoffice);
    const comune = idTipoPendenza === "SCHEMA" ? { abilitato: false, trasformazione } : portaleBackoffice;
    await put("addTipoPendenza", { idTipoPendenza }, { descrizione: idTipoPendenza, portaleBackoffice: comune });
    const proprio = idTipoPendenza === "SCHEMA" ? { portaleBackoffice: altri } : {};
    await put("addTipoPendenzaDominio", { idDominio: COMUNE, idTipoPendenza }, proprio);
  }
  // A schema like this is refused where it is written: this one was there before.
  const configurazione = { portaleBackoffice: { abilitato: true, validazione: base64({ type: "boh" }) } };
  const ROTTO = {
    versione: 0,
    idTipoPendenza: "SCHEMA-ROTTO",
    descrizione: "Schema rotto",
    pagaTerzi: false,
    abilitato: true,
    configurazione,
  };
  await api().deposito.putMany("anagrafiche", [toElemento(mappeAnagrafiche.tipoPendenza, ROTTO, 1)]);
  await put("addTipoPendenzaDominio", { idDominio: COMUNE, idTipoPendenza: "SCHEMA-ROTTO" }, {});
  await put("addEntrata", { idEntrata: "COSAP" }, { descrizione: "Canone", tipoContabilita: "ALTRO", codiceContabilita: "0103101AP/" });
  await put(
    "addEntrataDominio",
    { idDominio: COMUNE, idEntrata: "COSAP" },
    { ibanAccredito: "IT60X0542811101000000123456", abilitato: true },
  );
});
afterAll(() => {
  ente.close();
  ente.closeAllConnections();
});

const submit = (tipo: string, body: unknown, as: Operatore = "amministratore", query = {}, idDominio = COMUNE) =>
  invoke("backoffice/addPendenzaDaForm", { params: chiave(tipo, idDominio), body, as, query });
const get = async (idPendenza: string, idA2A = "GEST-TRIBUTI") =>
  (await invoke("backoffice/getPendenza", { params: chiave(idPendenza, idA2A) })).body;

describe("POST /backoffice/v1/pendenze/{idDominio}/{idTipoPendenza}", () => {
  it.each([
    ["a-occupazione-suolo", 201],
    ["b-campo-mancante", 400],
  ])("answers the sample %s with %i", async (caso, status) => {
    expect((await sample("backoffice/addPendenzaDaForm", caso, "op-ufficio")).status).toBe(status);
  });

  it("makes the debt that the template describes, of the creditor, type and unit of the request, and prints its notice", async () => {
    const esito = await submit("MODELLO", DATI, "op-comune", { idUnitaOperativa: "TRIBUTI", stampaAvviso: "true" });
    expect([esito.status, esito.body]).toEqual([
      201,
      expect.objectContaining({
        idPendenza: "F-12",
        idA2A: "GEST-TRIBUTI",
        idUnitaOperativa: "TRIBUTI",
        pdf: expect.stringMatching(/^JVBERi/),
      }),
    ]);
    expect(await get("F-12")).toMatchObject({
      ...{ tipo: "dovuto", causale: "Pratica 12", importo: 12.5, tipoPendenza: { idTipoPendenza: "MODELLO" } },
      ...{ dominio: { idDominio: COMUNE }, unitaOperativa: { idUnita: "TRIBUTI" } },
    });
    expect((await submit("MODELLO", { ...DATI, euro: 13 })).status).toBe(422);
    expect((await submit("MODELLO", { ...DATI, euro: 13 }, "op-comune", { idUnitaOperativa: "TRIBUTI" })).status).toBe(200);
  });

  it("executes the FreeMarker of a form that comes from GovPay", async () => {
    expect((await submit("FREEMARKER", { ...DATI, euro: 12.5, nome: 'Rossi "Mario"' })).status).toBe(201);
    expect(await get("FM-12")).toMatchObject({ importo: 12.5, soggettoPagatore: { anagrafica: 'Rossi "Mario"' } });
  });

  it("takes the debt as it is when there is no template, whatever creditor it names", async () => {
    const body = { ...corpo({ idDominio: UNIONE, idTipoPendenza: "TARI" }), idA2A: "GEST-TRIBUTI", idPendenza: "DIRETTA-1" };
    expect((await submit("DIRETTA", body)).status).toBe(201);
    expect(await get("DIRETTA-1")).toMatchObject({ dominio: { idDominio: COMUNE }, tipoPendenza: { idTipoPendenza: "DIRETTA" } });
  });

  it("joins the creditor's own part of the form with that of the common type", async () => {
    expect(await submit("SCHEMA", { altro: 1 })).toMatchObject({ status: 400, body: { codice: "SINTASSI" } });
    const { body = {} } = readCampioni("backoffice/addPendenzaDaForm").find(({ caso }) => caso.startsWith("a-")) ?? {};
    expect((await submit("SCHEMA", { ...Object(body), pratica: "1" })).status).toBe(201);
  });

  it("forwards the data to an application, and stores the debt that it answers with", async () => {
    const pendenza = { ...corpo({ idDominio: COMUNE, idTipoPendenza: "TARI" }), idA2A: "ENTE", idPendenza: "INOLTRATA" };
    risposta = { status: 200, corpo: { stato: "NON_ESEGUITA", pendenza } };
    expect(await submit("INOLTRO", { a: [1, { b: "x" }] }, "op-comune")).toMatchObject({ status: 201, body: { idA2A: "ENTE" } });
    expect(ricevute.at(-1)).toEqual({ url: `POST /ec/pendenze/${COMUNE}/INOLTRO`, corpo: { a: [1, { b: "x" }] } });
    expect(await get("INOLTRATA", "ENTE")).toMatchObject({ tipoPendenza: { idTipoPendenza: "INOLTRO" } });
  });

  it.each([
    ["SCADUTA", 200, { stato: "SCADUTA", descrizioneStato: "Troppo tardi" }, 422, "VER_010", "Troppo tardi"],
    ["unknown", 200, { stato: "SCONOSCIUTA" }, 422, "VER_011", "SCONOSCIUTA"],
    ["paid", 200, { stato: "DUPLICATA" }, 422, "VER_012", "DUPLICATA"],
    ["annulled", 200, { stato: "ANNULLATA" }, 422, "VER_013", "ANNULLATA"],
    ["an error", 500, {}, 422, "VER_014", "500"],
    ["nonsense", 200, { boh: 1 }, 422, "VER_014", "stato"],
    ["the debt of another", 200, { stato: "NON_ESEGUITA", pendenza: { ...corpo(), idA2A: "X", idPendenza: "X" } }, 422, "VER_014", "altra"],
  ])("refuses with the right code when the application answers %s", async (_caso, status, valore, atteso, codice, nominato) => {
    risposta = { status, corpo: valore };
    const esito = await submit("INOLTRO", {});
    expect(esito).toMatchObject({ status: atteso, body: { codice, dettaglio: expect.stringContaining(nominato) } });
  });

  it.each<[string, Parameters<typeof submit>, number, string, string]>([
    ["a creditor that does not exist", ["MODELLO", DATI, "amministratore", {}, "99999999999"], 422, "DOM_000", "99999999999"],
    ["a creditor that the operator does not see, in the same words", ["MODELLO", DATI, "op-unione"], 422, "DOM_000", "non registrato"],
    ["a type that does not exist", ["MAI-VISTO", DATI], 422, "TVR_000", "MAI-VISTO"],
    ["a type that the operator does not see, in the same words", ["MODELLO", DATI, "op-mensa"], 422, "TVR_000", "non registrato"],
    ["a type that the creditor does not use", ["MODELLO", DATI, "amministratore", {}, UNIONE], 422, "TVD_000", UNIONE],
    ["a unit that does not exist", ["MODELLO", DATI, "amministratore", { idUnitaOperativa: "BOH" }], 422, "UOP_000", "BOH"],
    ["an operator that only reads", ["MODELLO", DATI, "op-legge"], 403, "403000", "Pendenze"],
    ["a form that is off", ["SPENTA", DATI], 422, "422000", "portaleBackoffice"],
    ["a type without a form", ["TARI", DATI], 422, "422000", "portaleBackoffice"],
    ["data that are not an object", ["MODELLO", []], 400, "SINTASSI", "corpo"],
    ["data that are no debt, without a template", ["DIRETTA", { causale: "x" }], 400, "SINTASSI", "idA2A"],
    ["an amount that is none", ["MODELLO", { ...DATI, euro: "dodici" }], 500, "TRASFORMAZIONE", "importo"],
    ["a template that cannot be read", ["ROTTO", DATI], 500, "TRASFORMAZIONE", "causale"],
    ["a kind of template that is not executed", ["IGNOTO", DATI], 500, "TRASFORMAZIONE", "xslt"],
    ["a template that makes no debt", ["INCOMPLETO", DATI], 500, "VAL_003", "causale"],
    ["a schema that is none", ["SCHEMA-ROTTO", DATI], 500, "VAL_001", "type"],
    ["an application that does not exist", ["INOLTRO-IGNOTO", DATI], 400, "APP_000", "MAI-VISTA"],
  ])("refuses %s", async (_caso, argomenti, status, codice, nominato) => {
    const esito = await submit(...argomenti);
    expect(esito).toMatchObject({ status, body: { codice, dettaglio: expect.stringContaining(nominato) } });
  });

  it("leaves in the journal of the creditor what was refused", async () => {
    const { Items = [] } = await api().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    const rifiutati = Items.map(decodeEvento).filter(({ sottotipoEsito }) => sottotipoEsito === "TRASFORMAZIONE");
    expect(rifiutati[0]).toMatchObject({ tipoEvento: "addPendenzaDaForm", idDominio: COMUNE, principal: "amministratore" });
    expect(rifiutati[0]).not.toHaveProperty("idA2A");
  });

  it("costs what a load costs: the registry from memory, one read, one transaction", async () => {
    await submit("MODELLO", { ...DATI, pratica: "90" });
    api().richieste.length = 0;
    expect((await submit("MODELLO", { ...DATI, pratica: "91" })).status).toBe(201);
    expect(api().richieste).toEqual(["Query", "TransactWriteItems"]);
  });
});
