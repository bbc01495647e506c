/**
 * Webhooks and feed, from the stream of the archive to who receives: "backoffice/findAbbonamenti", "backoffice/getAbbonamento", "backoffice/saveAbbonamento",
 * "backoffice/addAzioneAbbonamento", "backoffice/findConsegneAbbonamento", "pendenze/getAnnunci".
 */
import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Elemento } from "../../../shared/ports/deposito.ts";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { CONTESTO, consume, IUR, IUV, seedRiconciliazione } from "../riconciliazione/archivio.ts";

let ambiente: AmbienteApi;
let server: Server;
let status = 204;
const ricevuti: { readonly headers: IncomingHttpHeaders; readonly corpo: string }[] = [];

beforeAll(async () => {
  server = createServer((req, res) => {
    const pezzi: Buffer[] = [];
    req.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
    req.on("end", () => {
      ricevuti.push({ headers: req.headers, corpo: Buffer.concat(pezzi).toString() });
      res.writeHead(status).end(status === 204 ? undefined : "non ora\u0007");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ambiente = await createAmbiente({ FIORINO_CHIAVE_CREDENZIALI: "chiave-delle-prove-di-abbonamento" });
  await seedRiconciliazione(ambiente.deposito);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await ambiente.stop();
});

const read = async (sk: string): Promise<Elemento> => {
  const elemento = await ambiente.deposito.get("archivio", { pk: `POS#${COMUNE}#${IUV}`, sk });
  if (!elemento) throw new Error(`manca ${sk}`);
  return elemento;
};
const record = (dopo: Elemento, prima?: Elemento): DynamoDBRecord => {
  // The two packages describe the same attribute values with types of their own.
  const dynamodb: object = {
    ...{ Keys: marshall({ pk: dopo.pk, sk: dopo.sk }), NewImage: marshall(dopo), ApproximateCreationDateTime: 1_795_000_000 },
    ...(prima && { OldImage: marshall(prima) }),
  };
  return { eventID: `${dopo.pk}-${dopo.sk}-${dopo["versione"]}`, dynamodb };
};
const tell = async (...Records: DynamoDBRecord[]): Promise<void> => {
  const { handler } = await import("../../../functions/consumers/contatori.ts");
  await handler({ Records });
};
const deliver = async (corpo: Readonly<Record<string, unknown>>): Promise<void> => {
  const { handler } = await import("../../../functions/consumers/abbonamenti.ts");
  expect(await consume(handler, corpo)).toEqual({ batchItemFailures: [] });
};

type Altro = Parameters<AmbienteApi["invoke"]>[1];
const invoke = (id: string, params: Readonly<Record<string, string>> = {}, altro: Altro = {}) =>
  ambiente.invoke(`backoffice/${id}`, { params: { idDominio: COMUNE, ...params }, ...altro });
const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/fiorino`;
const save = (idAbbonamento: string, body: object = {}, altro: Altro = {}) =>
  invoke("saveAbbonamento", { idAbbonamento }, { body: { url: url(), ...body }, ...altro });
const act = (idAbbonamento: string, body: object, altro: Altro = {}) =>
  invoke("addAzioneAbbonamento", { idAbbonamento }, { body, ...altro });
const consegneDi = async (idAbbonamento: string, query: Record<string, string> = {}): Promise<Record<string, unknown>[]> =>
  Object((await invoke("findConsegneAbbonamento", { idAbbonamento }, { query })).body["risultati"]);
/** As docs/integrazione/webhook.md tells whoever receives to do. */
const isFirmato = ({ headers, corpo }: (typeof ricevuti)[number], segreto: unknown): boolean => {
  const chiave = Buffer.from(String(segreto).replace("whsec_", ""), "base64");
  const firmato = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${corpo}`;
  return String(headers["webhook-signature"])
    .split(" ")
    .includes(`v1,${createHmac("sha256", chiave).update(firmato).digest("base64")}`);
};

describe("un abbonamento", () => {
  it("nasce con un segreto che si vede una volta, e si rilegge senza", async () => {
    const creato = await save("protocollo", { tipi: ["pendenza.creata", "ricevuta.acquisita"], filtri: { importoMinimo: 1.5 } });
    expect([creato.status, creato.body]).toMatchObject([
      201,
      { stato: "ATTIVO", segreto: expect.stringMatching(/^whsec_[\w+/]{43}=$/), filtri: { importoMinimo: 1.5 }, trattenute: 0 },
    ]);
    const letto = await invoke("getAbbonamento", { idAbbonamento: "protocollo" });
    const { segreto: _segreto, ...senza } = creato.body;
    expect(letto.body).toEqual(senza);
    expect((await save("protocollo", { abilitato: false }, { headers: { "if-match": '"7"' } })).status).toBe(412);
    expect(await save("protocollo", { abilitato: false }, { headers: { "if-match": letto.headers["etag"] ?? "" } })).toMatchObject({
      ...{ status: 200, body: { stato: "DISABILITATO", chiavi: [{ id: expect.any(String) }] } },
    });
    expect(await invoke("findAbbonamenti")).toMatchObject({ body: { numRisultati: 1, risultati: [{ idAbbonamento: "protocollo" }] } });
  });

  it.each<[string, object, number, string]>([
    ["in chiaro", { url: "http://protocollo.example.it/" }, 400, "url"],
    ["verso la rete interna", { url: "https://10.1.2.3/" }, 400, "indirizzo interno"],
    ["verso i metadati del cloud", { url: "https://169.254.169.254/latest" }, 400, "indirizzo interno"],
    ["senza indirizzo", { url: "protocollo" }, 400, "url"],
    ["di un tipo che non esiste", { tipi: ["pendenza.pagata"] }, 400, "tipi"],
    ["con un importo di tre decimali", { filtri: { importoMinimo: 1.234 } }, 400, "filtri.importoMinimo"],
    ["dal futuro", { dataDa: "2999-01-01T00:00:00Z" }, 422, "dataDa"],
    ["con un campo in più", { segreto: "mio" }, 400, "segreto"],
  ])("%s si rifiuta", async (_caso, body, atteso, testo) => {
    const esito = await save("rifiutato", body);
    expect([esito.status, esito.testo]).toEqual([atteso, expect.stringContaining(testo)]);
    expect((await invoke("getAbbonamento", { idAbbonamento: "rifiutato" })).status).toBe(404);
  });

  it("di un'applicazione è delle sue pendenze, e nessun'altra lo vede o lo indovina", async () => {
    const as = "gest-tributi";
    expect(await save("tributi", {}, { as })).toMatchObject({ status: 201, body: { idA2A: "GEST-TRIBUTI" } });
    expect((await save("tributi-2", { idA2A: "GEST-MENSA" }, { as })).status).toBe(422);
    const operatore = (principal: string, altro: object) =>
      ambiente.invoke("backoffice/addOperatore", {
        params: { principal },
        body: {
          ...{ ragioneSociale: principal, password: PASSWORD, abilitato: true },
          acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R", "W"] }],
          ...altro,
        },
      });
    expect((await operatore("operatore-unione", { domini: [UNIONE], tipiPendenza: ["*"] })).status).toBe(201);
    expect((await operatore("operatore-tari", { domini: [COMUNE], tipiPendenza: ["TARI"] })).status).toBe(201);
    expect(await save("tutto", {}, { as: "operatore-tari" })).toMatchObject({
      status: 422,
      body: { dettaglio: expect.stringContaining("idTipiPendenza") },
    });
    expect((await save("tari", { filtri: { idTipiPendenza: ["TARI"] } }, { as: "operatore-tari" })).status).toBe(201);
    expect(Object((await invoke("findAbbonamenti", {}, { as })).body["risultati"])).toMatchObject([{ idAbbonamento: "tributi" }]);
    for (const [chi, idAbbonamento] of [
      ["gest-tributi", "protocollo"],
      ["gest-mensa", "tributi"],
      ["operatore-unione", "tributi"],
      ["operatore-tari", "tributi"],
    ] as const)
      for (const esito of [
        await invoke("getAbbonamento", { idAbbonamento }, { as: chi }),
        await act(idAbbonamento, { azione: "PROVA" }, { as: chi }),
        await invoke("findConsegneAbbonamento", { idAbbonamento }, { as: chi }),
      ])
        expect([esito.status, esito.body["dettaglio"]]).toEqual([404, `abbonamento ${idAbbonamento}`]);
    expect((await save("mio", {}, { as: "operatore-unione" })).status).toBe(404);
    expect((await invoke("findAbbonamenti", { idDominio: UNIONE }, { as: "operatore-unione" })).body["numRisultati"]).toBe(0);
  });
});

describe("gli eventi", () => {
  it("arrivano firmati, in ordine, come CloudEvents senza dati personali, e si ripetono con lo stesso id", async () => {
    const nuovo = await save("eventi");
    const pendenza = await read("PENDENZA");
    const riscossione = await read(`RISCOSSIONE#${IUR}#1`);
    await tell(
      record(pendenza),
      record({ ...pendenza, versione: 2, ack: true }, pendenza),
      record({ ...pendenza, versione: 3, stato: "ANNULLATA" }, pendenza),
      record(riscossione),
    );
    const messaggio = { idDominio: COMUNE, idAbbonamento: "eventi" };
    ricevuti.length = 0;
    await deliver(messaggio);
    await deliver(messaggio);
    expect(ricevuti.map(({ corpo }) => JSON.parse(corpo).type)).toEqual([
      "it.fiorino.pendenza.creata",
      "it.fiorino.pendenza.annullata",
      "it.fiorino.riscossione.registrata",
    ]);
    const [primo] = ricevuti;
    expect(primo && isFirmato(primo, nuovo.body["segreto"])).toBe(true);
    expect(primo && isFirmato({ ...primo, corpo: primo.corpo.replace("creata", "pagata") }, nuovo.body["segreto"])).toBe(false);
    expect(JSON.parse(primo?.corpo ?? "{}")).toMatchObject({
      ...{ specversion: "1.0", source: `/domini/${COMUNE}`, subject: IUV, datacontenttype: "application/json" },
      data: { idDominio: COMUNE, iuv: IUV, stato: expect.any(String), importo: expect.any(Number) },
    });
    expect(primo?.headers["webhook-id"]).toBe(JSON.parse(primo?.corpo ?? "{}").id);
    expect(ricevuti.map(({ corpo }) => corpo).join()).not.toContain(String(pendenza["debitoreId"]));

    const [evento] = ricevuti.map(({ corpo }) => JSON.parse(corpo));
    expect((await act("eventi", { azione: "RIPETI", consegne: [{ subject: IUV, id: evento.id }] })).status).toBe(202);
    ricevuti.length = 0;
    await deliver(messaggio);
    expect(ricevuti.map(({ headers }) => headers["webhook-id"])).toEqual([evento.id]);
    expect((await act("eventi", { azione: "RIPETI_DAL", dataDa: new Date(Date.now() - 3_600_000).toISOString() })).status).toBe(202);
    await deliver(messaggio);
    expect(ricevuti).toHaveLength(4);
    expect(await consegneDi("eventi", { subject: IUV })).toMatchObject([
      {
        stato: "CONSEGNATA",
        numeroTentativi: 3,
        evento: { id: evento.id },
        tentativi: [{ status: 204 }, { status: 204 }, { status: 204 }],
      },
      { numeroTentativi: 2 },
      { numeroTentativi: 2 },
    ]);
    expect(await consegneDi("eventi", { stato: "SCARTATA" })).toEqual([]);
  });

  it("rifiutati restano in attesa con la risposta ricevuta; la prova dice come va; il segreto si cambia senza perdere consegne", async () => {
    const nato = await save("prova");
    status = 500;
    const provato = await act("prova", { azione: "PROVA" });
    await deliver({ idDominio: COMUNE, idAbbonamento: "prova", prova: String(provato.body["idProva"]) });
    expect(await consegneDi("prova")).toMatchObject([
      {
        stato: "SCARTATA",
        evento: { type: "it.fiorino.prova", id: provato.body["idProva"] },
        tentativi: [{ status: 500, risposta: "non ora " }],
      },
    ]);
    status = 204;
    const ruotato = await act("prova", { azione: "RUOTA_SEGRETO" });
    ricevuti.length = 0;
    await deliver({ idDominio: COMUNE, idAbbonamento: "prova", prova: "p2" });
    const [arrivato] = ricevuti;
    expect([nato, ruotato].map(({ body }) => arrivato && isFirmato(arrivato, body["segreto"]))).toEqual([true, true]);
    expect((await act("prova", { azione: "REVOCA_SEGRETO_PRECEDENTE" })).body["chiavi"]).toHaveLength(1);
    await deliver({ idDominio: COMUNE, idAbbonamento: "prova", prova: "p3" });
    const ultimo = ricevuti.at(-1);
    expect([nato, ruotato].map(({ body }) => ultimo && isFirmato(ultimo, body["segreto"]))).toEqual([false, true]);
    expect((await act("prova", { azione: "REVOCA_SEGRETO_PRECEDENTE" })).status).toBe(422);
    expect((await act("prova", { azione: "SOSPENDI" })).body).toMatchObject({
      stato: "IN_PAUSA",
      descrizioneStato: expect.stringContaining("sospeso da"),
    });
    expect((await act("prova", { azione: "RIPRENDI" })).body).toMatchObject({ stato: "ATTIVO" });
    expect((await act("prova", { azione: "RIPETI_DAL", dataDa: "2020-01-01T00:00:00Z" })).status).toBe(422);
  });

  it("si svegliano da sé ogni minuto", async () => {
    const { handler } = await import("../../../functions/scheduled/svegliaAbbonamenti.ts");
    expect(await handler({}, CONTESTO)).toMatchObject({ fermi: 0 });
  });
});

describe("l'elenco per chi non si può chiamare", () => {
  const get = (query: Record<string, string> = {}, as = "gest-tributi") => ambiente.invoke("pendenze/getAnnunci", { query, as });
  const tipi = ({ body }: Awaited<ReturnType<typeof get>>): string[] => Object(body["eventi"]).map(({ type }: { type: string }) => type);

  it("dà gli stessi eventi, di ciò che è del chiamante, e prosegue dal cursore", async () => {
    const prima = await get({ idDominio: COMUNE, limite: "2" });
    expect([prima.status, tipi(prima)]).toEqual([200, ["it.fiorino.pendenza.creata", "it.fiorino.pendenza.annullata"]]);
    const seconda = await get({ cursore: String(prima.body["cursore"]) });
    expect([tipi(seconda), seconda.body["altri"]]).toEqual([["it.fiorino.riscossione.registrata"], false]);
    expect(tipi(await get({ cursore: String(seconda.body["cursore"]) }))).toEqual([]);
    expect(tipi(await get({ idDominio: COMUNE, tipi: "pendenza.annullata" }))).toEqual(["it.fiorino.pendenza.annullata"]);
    expect((await get({ idDominio: COMUNE }, "gest-mensa")).status).toBe(403);
    expect((await get({ cursore: String(prima.body["cursore"]) }, "gest-mensa")).status).toBe(403);
  });

  it.each<[Record<string, string>, number, string]>([
    [{ idDominio: COMUNE, dataDa: "2020-01-01" }, 400, "90 giorni"],
    [{ idDominio: COMUNE, tipi: "pendenza.pagata" }, 400, "tipi"],
    [{ cursore: "x" }, 400, "cursore"],
    [{ cursore: btoa(JSON.stringify([COMUNE, "2020-01-01T00:00:00.000Z", "da"])) }, 410, "90 giorni"],
  ])("rifiuta %o con %i", async (query, atteso, dettaglio) => {
    expect(await get(query)).toMatchObject({ status: atteso, body: { dettaglio: expect.stringContaining(dettaglio) } });
  });
});
