/** Dead letters and probes over the API, on the emulator of the queues. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FauxqsEmulator, startFauxqs } from "../../../local/emulators/fauxqs.ts";
import { code } from "../../../shared/contracts/queues.ts";
import { codeScarti, nomeScarti } from "../../../shared/contracts/scarti.ts";
import { COMUNE, PASSWORD } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { decodeEvento } from "../../sostegno/eventi.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

const REGIONE = "eu-south-1";
const PREFISSO = `https://sqs.${REGIONE}.amazonaws.com/000000000000/prova-fiorino-`;
const DI_COMUNE = "manutenzione-comune";
const stato = mkdtempSync(join(tmpdir(), "fiorino-scarti-"));
let ambiente: AmbienteApi;
let emulatore: FauxqsEmulator;
let sqs: SQSClient;

const call = (id: string, chiamata: Chiamata = {}): Promise<Esito> => ambiente.invoke(id, chiamata);
const campione = (id: string, params: Readonly<Record<string, string>> = {}): Promise<Esito> => {
  const { pathParameters, queryStringParameters, body } = findCampione(id);
  return call(id, {
    params: { ...pathParameters, ...params },
    ...(queryStringParameters && { query: queryStringParameters }),
    ...(body !== undefined && { body }),
  });
};

const put = async (coda: string, corpo: object, gruppo?: string): Promise<string> => {
  const { MessageId = "" } = await sqs.send(
    new SendMessageCommand({
      QueueUrl: `${PREFISSO}${nomeScarti(coda)}`,
      MessageBody: JSON.stringify(corpo),
      ...(gruppo !== undefined && { MessageGroupId: gruppo }),
    }),
  );
  return MessageId;
};
const bodies = (nome: string): string[] => (emulatore.queue(`prova-fiorino-${nome}`)?.messages ?? []).map(({ body }) => body);
const notifica = (n: number) => ({ tipo: "RICEVUTA", idDominio: COMUNE, iuv: `0100000000000000${n}`, idRicevuta: `ricevuta-${n}` });
const readEventi = async (tipo: string) => {
  const { ScanCommand } = await import("@aws-sdk/lib-dynamodb");
  const { Items = [] } = await ambiente.dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
  return Items.filter((evento) => evento["tipoEvento"] === tipo).map(decodeEvento);
};

beforeAll(async () => {
  emulatore = await startFauxqs(stato, REGIONE);
  const nomi = [...code.map(({ nome }) => nome), ...codeScarti.map(({ nome }) => nomeScarti(nome))];
  const place = { region: REGIONE, accountId: "000000000000", queueEndpoint: emulatore.endpoint, baseUrl: "" };
  emulatore.ensure(
    place,
    nomi.map((nome) => ({ name: `prova-fiorino-${nome}`, attributes: {} })),
    [],
  );
  ambiente = await createAmbiente({ AWS_ENDPOINT_URL_SQS: emulatore.endpoint, FIORINO_PREFISSO_CODE: PREFISSO });
  sqs = new SQSClient({ endpoint: emulatore.endpoint, useQueueUrlAsEndpoint: false });
  const acl = [{ servizio: "Configurazione e manutenzione", autorizzazioni: ["R", "W"] }];
  const body = { ragioneSociale: "Manutenzione", password: PASSWORD, domini: [COMUNE], tipiPendenza: ["*"], acl };
  expect((await call("backoffice/addOperatore", { params: { principal: DI_COMUNE }, body })).status).toBe(201);
});
beforeEach(() => emulatore.clear());
afterAll(async () => {
  sqs.destroy();
  await ambiente.stop();
  await emulatore.stop();
  rmSync(stato, { recursive: true });
});

describe("dead letters", () => {
  it("are counted queue by queue, with what they mean", async () => {
    await put("notifiche", notifica(1));
    await put("notifiche", notifica(2));
    const { status, body } = await campione("backoffice/findScarti");
    expect(status).toBe(200);
    const risultati: readonly Record<string, unknown>[] = JSON.parse(JSON.stringify(body["risultati"]));
    expect(risultati.filter(({ messaggi }) => messaggi !== 0)).toMatchObject([{ coda: "notifiche", messaggi: 2, riconsegnabile: true }]);
    expect(risultati.map(({ coda }) => coda)).toEqual(codeScarti.map(({ nome }) => nome));
  });

  it("are looked at as often as one likes, and stay; long texts are masked", async () => {
    await put("ricevute", { idPA: COMUNE, primitiva: "paSendRTV2", busta: `<x>RSSMRA80A01H501U ${"x".repeat(300)}</x>` }, COMUNE);
    const prima = await call("backoffice/findMessaggiScartati", { params: { coda: "ricevute" } });
    const dopo = await call("backoffice/findMessaggiScartati", { params: { coda: "ricevute" } });
    const attesa = { contenuto: { idPA: COMUNE, primitiva: "paSendRTV2", busta: "(324 caratteri)" } };
    expect([prima.body["risultati"], dopo.body["risultati"]]).toMatchObject([[attesa], [attesa]]);
    expect(prima.testo).not.toContain("RSSMRA");
    expect((await campione("backoffice/findMessaggiScartati")).body["risultati"]).toEqual([]);
    expect(bodies("ricevute-scarti")).toHaveLength(1);
  });

  it("go back to their queue one by one", async () => {
    await put("notifiche", notifica(1));
    const id = await put("notifiche", notifica(2), COMUNE);
    const { status } = await campione("backoffice/riconsegnaScarto", { idMessaggio: id });
    expect(status).toBe(204);
    expect(bodies("notifiche")).toEqual([JSON.stringify(notifica(2))]);
    expect(bodies("notifiche-scarti")).toEqual([JSON.stringify(notifica(1))]);
    expect(await readEventi("riconsegnaScarto")).toContainEqual(
      expect.objectContaining({ categoriaEvento: "UTENTE", sottotipoEvento: "notifiche", dettaglioEsito: `riconsegnato ${id}` }),
    );
  });

  it("go back to their queue all together", async () => {
    for (let n = 0; n < 23; n += 1) await put("notifiche", { ...notifica(1), idRicevuta: `r-${n}` });
    const { status, body } = await campione("backoffice/riconsegnaScarti");
    expect([status, body]).toEqual([200, { riconsegnati: 23, altri: false }]);
    expect([bodies("notifiche").length, bodies("notifiche-scarti").length]).toEqual([23, 0]);
  });

  it("are thrown away with a reason, and stay whole in the journal with who did it", async () => {
    const id = await put("notifiche", notifica(3));
    const { status } = await campione("backoffice/eliminaScarto", { idMessaggio: id });
    expect([status, bodies("notifiche-scarti")]).toEqual([204, []]);
    const [evento] = await readEventi("eliminaScarto");
    expect(evento).toMatchObject({
      principal: "amministratore",
      dettaglioEsito: `eliminato ${id}: Messaggio di una prova di carico`,
    });
    expect(JSON.stringify(evento)).toContain("ricevuta-3");
  });

  const MESSAGGIO = "00000000-0000-4000-8000-000000000009";
  it.each([
    ["of a queue that is not there", "findMessaggiScartati", { params: { coda: "altra" } }, 404],
    ["more than a page holds", "findMessaggiScartati", { params: { coda: "gpd" }, query: { risultatiPerPagina: "101" } }, 400],
    ["that is not there", "riconsegnaScarto", { params: { coda: "gpd", idMessaggio: MESSAGGIO } }, 404],
    ["of a stream, which has no queue to go back to", "riconsegnaScarti", { params: { coda: "outbox" } }, 422],
    ["without a reason", "eliminaScarto", { params: { coda: "gpd", idMessaggio: MESSAGGIO }, body: {} }, 400],
    ["to who sees one creditor", "findScarti", { as: DI_COMUNE }, 403],
    ["of any queue to who sees one creditor", "findMessaggiScartati", { params: { coda: "gpd" }, as: DI_COMUNE }, 403],
    ["at the hands of who sees one creditor", "riconsegnaScarti", { params: { coda: "gpd" }, as: DI_COMUNE }, 403],
  ] as const)("are refused %s", async (_caso, id, chiamata, status) => {
    expect((await call(`backoffice/${id}`, chiamata)).status).toBe(status);
  });
});

describe("probes", () => {
  it("show jobs, queues and dead letters, and change thresholds", async () => {
    await put("ricevute", { idPA: COMUNE });
    const { status, body } = await campione("backoffice/findSonde");
    expect([status, body["risultati"]]).toEqual([
      200,
      expect.arrayContaining([
        expect.objectContaining({ id: "lavoro-acquisisciFlussi", tipo: "batch", stato: null }),
        expect.objectContaining({ id: "scarti-ricevute", tipo: "coda", stato: "warning", valore: 1, sogliaWarn: 1, sogliaError: 10 }),
      ]),
    ]);
    expect((await campione("backoffice/updateSogliaSonda")).body).toMatchObject({ sogliaWarn: 5000, sogliaError: 50000, stato: "ok" });
    expect((await campione("backoffice/getSonda")).body).toMatchObject({ id: "scarti-ricevute", stato: "warning" });
  });

  it.each([
    ["of a probe that is not there", "getSonda", { params: { id: "altra" } }, 404],
    ["to who sees one creditor", "findSonde", { as: DI_COMUNE }, 403],
    ["a warning after the error", "updateSogliaSonda", { params: { id: "coda-gpd" }, body: { sogliaWarn: 2, sogliaError: 1 } }, 400],
    ["a threshold below zero", "updateSogliaSonda", { params: { id: "coda-gpd" }, body: { sogliaWarn: -1, sogliaError: 1 } }, 400],
  ] as const)("refuse %s", async (_caso, id, chiamata, status) => {
    expect((await call(`backoffice/${id}`, chiamata)).status).toBe(status);
  });
});
