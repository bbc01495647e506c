/** Small reads of who keeps an installation running: notifications, reminders, files of the export connectors, what is installed. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappaNotifica } from "../../../shared/adapters/archivio/mappe-notifica.ts";
import { mappaPromemoria, mappaTracciatoNotifica } from "../../../shared/adapters/archivio/mappe-uscite.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { digestSegreto } from "../../../shared/adapters/sistema/impronte.ts";
import type { TracciatoNotifica } from "../../../shared/domain/esportazioni/tracciato-notifica.ts";
import type { Notifica } from "../../../shared/domain/notifiche/notifica.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

const SEGRETO = "0123456789abcdef".repeat(4);
const DI_UNIONE = "manutenzione-unione";
let ambiente: AmbienteApi;
let s3: DepositoS3;

const campione = (nome: string, altro: Chiamata = {}): Promise<Esito> => {
  const { pathParameters, queryStringParameters } = findCampione(nome);
  return ambiente.invoke(nome, {
    ...(pathParameters && { params: pathParameters }),
    ...(queryStringParameters && { query: queryStringParameters }),
    ...altro,
  });
};

type DiRicevuta = Extract<Notifica, { readonly idRicevuta: string }>;
const notifica = (n: number, altro: Partial<DiRicevuta> = {}): Modifica => ({
  azione: "crea",
  entita: "notifica",
  valore: {
    ...{
      versione: 0,
      idDominio: COMUNE,
      iuv: `0100000000000013${n}`,
      idRicevuta: `ricevuta-${n}`,
      idA2A: "GEST-TRIBUTI",
      tipo: "RICEVUTA",
    },
    ...{ stato: "SPEDITA", tentativi: 1, data: `2026-11-2${n}T08:00:00.000Z`, dataUltimoTentativo: `2026-11-2${n}T08:00:01.000Z` },
    ...altro,
  },
});
const tracciato = (id: string, altro: Partial<TracciatoNotifica> = {}): Modifica => ({
  azione: "crea",
  entita: "tracciatoNotifica",
  valore: {
    ...{ versione: 0, id, idDominio: COMUNE, nomeFile: "GovPay_Export_1.zip", chiave: `esportazioni/${id}.zip`, byte: 4 },
    ...{ improntaSegreto: digestSegreto(SEGRETO), creatoAlle: "2026-11-20T08:00:00.000Z", scaricabileFino: "2099-01-01T00:00:00.000Z" },
    ...altro,
  },
});

beforeAll(async () => {
  s3 = await startDepositoS3();
  ambiente = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti", FIORINO_BUILD: "abc123" });
  const mappe = { notifica: mappaNotifica, promemoria: mappaPromemoria, tracciatoNotifica: mappaTracciatoNotifica };
  const opzioni = { conservazioneEventiGiorni: 760 };
  const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), opzioni);
  const esito = await unitOfWork.commit([
    notifica(1, { iuv: "01000000000000133" }),
    notifica(2, { stato: "DA_SPEDIRE", tentativi: 3, dataProssimoTentativo: "2026-11-22T08:09:00.000Z", descrizioneStato: "risposta 503" }),
    notifica(3, { stato: "ANNULLATA", idDominio: UNIONE }),
    tracciato("esportazione-1"),
    tracciato("scaduto", { scaricabileFino: "2026-01-01T00:00:00.000Z" }),
    tracciato("grande", { byte: 5_000_000 }),
    {
      azione: "crea",
      entita: "promemoria",
      valore: {
        ...{ versione: 0, id: "p1", idDominio: COMUNE, iuv: "01000000000000133", tipo: "AVVISO_PAGAMENTO", stato: "FALLITO", tentativi: 2 },
        ...{ canale: "EMAIL", quando: "2026-11-20T08:00:00.000Z", giro: 1 },
        ...{ data: "2026-11-20T08:00:00.000Z", descrizioneStato: "casella piena" },
      },
    },
  ]);
  expect(esito.ok).toBe(true);
  const { DocumentiS3 } = await import("../../../shared/adapters/s3/documenti.ts");
  const credenziali = { accessKeyId: "prova", secretAccessKey: "prova" };
  const documenti = new DocumentiS3({ endpoint: s3.endpoint, regione: "eu-south-1", bucket: "documenti", credenziali });
  await documenti.put("esportazioni/esportazione-1.zip", Buffer.from("PK\u0003\u0004"), "application/zip");
  const acl = [{ servizio: "Configurazione e manutenzione", autorizzazioni: ["R", "W"] }];
  const body = { ragioneSociale: "Manutenzione di UNIONE", password: PASSWORD, domini: [UNIONE], tipiPendenza: ["*"], acl };
  expect((await ambiente.invoke("backoffice/addOperatore", { params: { principal: DI_UNIONE }, body })).status).toBe(201);
});
afterAll(async () => {
  await ambiente.stop();
  await s3.stop();
});

describe("notifications", () => {
  it("are listed by state, with the next attempt of those that wait", async () => {
    const { status, body } = await campione("backoffice/findNotifiche");
    expect([status, body["numRisultati"], body["risultati"]]).toEqual([
      200,
      1,
      [
        {
          ...{ tipo: "RICEVUTA", stato: "DA_SPEDIRE", descrizioneStato: "risposta 503", numeroTentativi: 3, idA2A: "GEST-TRIBUTI" },
          ...{ idDominio: COMUNE, iuv: "01000000000000132", idRicevuta: "ricevuta-2" },
          dataCreazione: "2026-11-22T09:00:00.000+01:00",
          dataUltimoAggiornamento: "2026-11-22T09:00:01.000+01:00",
          dataProssimaSpedizione: "2026-11-22T09:09:00.000+01:00",
        },
      ],
    ]);
  });

  it.each([
    ["all, the newest first", {}, undefined, ["ricevuta-3", "ricevuta-2", "ricevuta-1"]],
    ["of a period", { dataDa: "2026-11-22", dataA: "2026-11-22" }, undefined, ["ricevuta-2"]],
    ["of a creditor", { idDominio: UNIONE }, undefined, ["ricevuta-3"]],
    ["of a type that is never written", { tipo: "ATTIVAZIONE" }, undefined, []],
    ["only of the operator's creditors", {}, DI_UNIONE, ["ricevuta-3"]],
    ["none of a creditor of others", { idDominio: COMUNE }, DI_UNIONE, []],
  ])("are listed %s", async (_caso, query, as, attese) => {
    const { body } = await ambiente.invoke("backoffice/findNotifiche", { query, ...(as !== undefined && { as }) });
    expect(JSON.parse(JSON.stringify(body["risultati"])).map((n: { idRicevuta: string }) => n.idRicevuta)).toEqual(attese);
  });

  it("one is sent again, whatever its state, in one transaction with its message", async () => {
    const { status, body } = await campione("backoffice/rispedisciNotifica");
    expect([status, body]).toEqual([202, expect.objectContaining({ stato: "DA_SPEDIRE", numeroTentativi: 0, idRicevuta: "ricevuta-1" })]);
    const { ScanCommand } = await import("@aws-sdk/lib-dynamodb");
    const { Items = [] } = await ambiente.dynamo.client.send(new ScanCommand({ TableName: "prova-archivio" }));
    expect(Items.filter(({ pk }) => String(pk).startsWith("OUT#"))).toMatchObject([{ coda: "notifiche" }]);
  });

  it("of others are not found, and nothing is sent", async () => {
    const { status } = await campione("backoffice/rispedisciNotifica", { as: DI_UNIONE });
    expect(status).toBe(404);
  });
});

describe("files of the export connectors", () => {
  const NOME = "backoffice/getTracciatoNotificaPagamenti";

  it("are given to who knows the secret, without credentials", async () => {
    const { status, headers, bytes } = await campione(NOME, { as: null });
    expect([status, headers["content-type"], bytes.toString("latin1")]).toEqual([200, "application/zip", "PK\u0003\u0004"]);
  });

  it("when large, from the bucket", async () => {
    const { status, headers } = await campione(NOME, { params: { id: "grande" }, as: null });
    expect([status, headers["location"]]).toEqual([303, expect.stringContaining("/documenti/esportazioni/grande.zip?")]);
  });

  it("a wrong secret, a file that is not there and an expired address answer the same", async () => {
    const risposte = await Promise.all([
      campione(NOME, { query: { secID: SEGRETO.replace("0", "1") }, as: null }),
      campione(NOME, { params: { id: "altro" }, as: null }),
      campione(NOME, { params: { id: "scaduto" }, as: null }),
    ]);
    expect(risposte.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(risposte.map(({ testo }) => testo)).size).toBe(1);
  });

  it("want the secret", async () => expect((await campione(NOME, { query: {}, as: null })).status).toBe(400));
});

it("reminders are listed by state", async () => {
  const { status, body } = await campione("backoffice/findPromemoria");
  expect([status, body["risultati"]]).toEqual([
    200,
    [expect.objectContaining({ tipo: "AVVISO_PAGAMENTO", stato: "FALLITO", descrizioneStato: "casella piena", numeroTentativi: 2 })],
  ]);
});

it("what is installed has the version of the package", async () => {
  const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));
  const { status, body } = await campione("backoffice/getInfo");
  expect([status, body]).toEqual([200, { appName: "Fiorino", versione: version, build: "abc123", ambiente: "prova" }]);
});
