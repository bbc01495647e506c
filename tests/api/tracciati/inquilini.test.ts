/** Bulk batches of others: every operation of both APIs answers as if they were not there. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operazioni } from "../../../shared/contracts/index.ts";
import { SERVIZI_ACL } from "../../../shared/contracts/operation.ts";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { fileMypay } from "../../sostegno/tracciati.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

const ALTRO = { pendenze: "gest-mensa", backoffice: "operatore-unione" } as const;
const API = ["pendenze", "backoffice"] as const;
const tutte = API.flatMap((api) =>
  operazioni[api].filter(({ risorsa }) => risorsa === "tracciati").map((o) => [`${api}/${o.id}`, o, api] as const),
);
const diUno = tutte.filter(([, { path, method }]) => path.includes("{id}") && method !== "POST");
const caricamenti = tutte.filter(([, { method }]) => method === "POST");

describe("a batch of others", () => {
  let ambiente: AmbienteApi;
  let s3: DepositoS3;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    s3 = await startDepositoS3();
    ambiente = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
    const acl = SERVIZI_ACL.filter((s) => !s.startsWith("API ")).map((servizio) => ({ servizio, autorizzazioni: ["R", "W"] }));
    const operatore = { ragioneSociale: "Operatore", password: PASSWORD, domini: [UNIONE], tipiPendenza: ["*"], acl };
    await ambiente.invoke("backoffice/addOperatore", { params: { principal: ALTRO.backoffice }, body: operatore });
    for (const api of API) {
      const headers = { "content-type": "text/csv" };
      const { body } = await ambiente.invoke(`${api}/addTracciatoDominio`, { params: { id: COMUNE }, headers, body: fileMypay(1) });
      ids[api] = String(body["id"]);
    }
  });
  afterAll(async () => {
    await ambiente.stop();
    await s3.stop();
  });

  it.each(diUno)("%s answers as for one that does not exist", async (nome, _operazione, api) => {
    const { body } = findCampione(nome);
    const chiedi = (id: string) => ambiente.invoke(nome, { params: { id }, as: ALTRO[api], ...(body !== undefined && { body }) });
    const [altrui, inesistente] = [await chiedi(ids[api] ?? ""), await chiedi("4503599627370495")];
    expect([altrui.status, altrui.body["codice"], altrui.body["descrizione"]]).toEqual([
      404,
      inesistente.body["codice"],
      inesistente.body["descrizione"],
    ]);
  });

  it.each(API)("%s does not list it", async (api) => {
    const { body } = await ambiente.invoke(`${api}/findTracciatiPendenze`, { as: ALTRO[api] });
    expect([body["numRisultati"], body["risultati"]]).toEqual([0, []]);
  });

  it.each(caricamenti)("%s does not load for a creditor of others", async (nome, _operazione, api) => {
    const { pathParameters, headers, body } = findCampione(nome);
    const { status } = await ambiente.invoke(nome, { params: pathParameters ?? {}, headers: headers ?? {}, body, as: ALTRO[api] });
    expect(status).toBe(403);
  });

  it("is walked for every operation", () => {
    const viste = new Set([...diUno, ...caricamenti].map(([nome]) => nome));
    expect(tutte.filter(([nome]) => !viste.has(nome) && !nome.endsWith("findTracciatiPendenze"))).toEqual([]);
  });
});
