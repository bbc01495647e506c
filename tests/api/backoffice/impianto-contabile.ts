/** What the tests of accounting and payments share: an emulator with its requests counted, operators limited to something, lists with their totals. */
import { afterAll, beforeAll, expect } from "vitest";
import { PASSWORD } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { type ContatoreDynamo, startContatore } from "../../sostegno/contatore-dynamodb.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

type Nome = `backoffice/${string}`;

export interface OperatoreDiProva {
  readonly principal: string;
  readonly idDominio: string;
  readonly tipo: string;
  readonly servizi: readonly string[];
  readonly autorizzazioni?: readonly string[];
}

export interface ImpiantoContabile {
  invoke(id: Nome, chiamata?: Chiamata): Promise<Esito>;
  /** Elements of a list, whose total must agree with them. */
  elementi(id: Nome, query: Readonly<Record<string, string>>, as?: string): Promise<readonly Record<string, unknown>[]>;
  /** Answer to the sample of an operation. */
  campione(id: Nome): Promise<Record<string, unknown>>;
  /** Requests to DynamoDB of a warm page without totals. */
  costo(id: Nome, query: Readonly<Record<string, string>>): Promise<readonly string[]>;
}

export const createImpianto = (
  operatori: readonly OperatoreDiProva[],
  seed: (ambiente: AmbienteApi) => Promise<void>,
): ImpiantoContabile => {
  let avviato: { readonly ambiente: AmbienteApi; readonly contatore: ContatoreDynamo } | undefined;
  const leggi = () => {
    if (!avviato) throw new Error("ambiente non avviato");
    return avviato;
  };
  const invoke: ImpiantoContabile["invoke"] = (id, chiamata = {}) => leggi().ambiente.invoke(id, chiamata);

  beforeAll(async () => {
    const contatore = await startContatore();
    const ambiente = await createAmbiente({ AWS_ENDPOINT_URL_DYNAMODB: contatore.endpoint });
    contatore.setDestinazione(ambiente.dynamo.endpoint);
    avviato = { ambiente, contatore };
    await seed(ambiente);
    for (const { principal, idDominio, tipo, servizi, autorizzazioni = ["R", "W"] } of operatori) {
      const acl = servizi.map((servizio) => ({ servizio, autorizzazioni }));
      const body = { ragioneSociale: principal, password: PASSWORD, domini: [idDominio], tipiPendenza: [tipo], acl };
      expect((await invoke("backoffice/addOperatore", { params: { principal }, body })).status).toBe(201);
    }
  });
  afterAll(async () => {
    await avviato?.ambiente.stop();
    await avviato?.contatore.stop();
  });

  return {
    invoke,
    elementi: async (id, query, as) => {
      const { status, body, testo } = await invoke(id, { query, ...(as !== undefined && { as }) });
      expect([status, status === 200 ? "" : testo]).toEqual([200, ""]);
      expect(body["numRisultati"]).toBe(Object(body["risultati"]).length);
      return body["risultati"] as readonly Record<string, unknown>[];
    },
    campione: async (id) => {
      const { pathParameters, queryStringParameters, body, expected } = findCampione(id);
      const chiamata = { params: pathParameters ?? {}, query: queryStringParameters ?? {}, ...(body !== undefined && { body }) };
      const esito = await invoke(id, chiamata);
      expect([id, esito.status]).toEqual([id, expected.status]);
      return esito.body;
    },
    costo: async (id, query) => {
      const chiamata = () => invoke(id, { query: { ...query, metadatiPaginazione: "false" } });
      await chiamata();
      const { richieste } = leggi().contatore;
      richieste.length = 0;
      expect((await chiamata()).status).toBe(200);
      return [...richieste];
    },
  };
};
