/** What the tests of the API Pendenze share: the environment behind a counter of DynamoDB requests, a valid body, the samples on the test creditor. */
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type ContatoreDynamo, startContatore } from "../../sostegno/contatore-dynamodb.ts";
import { type AmbienteApi, createAmbiente, type Esito } from "../ambiente.ts";

export const chiave = (idPendenza: string, idA2A = "GEST-TRIBUTI") => ({ idA2A, idPendenza });

export const corpo = (altro: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  idTipoPendenza: "TARI",
  idDominio: COMUNE,
  causale: "TARI 2026",
  soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
  importo: 100.5,
  voci: [{ idVocePendenza: "1", importo: 100.5, descrizione: "TARI", codEntrata: "TARI" }],
  ...altro,
});

export interface ImpiantoPendenze extends AmbienteApi {
  readonly richieste: ContatoreDynamo["richieste"];
  put(idPendenza: string, body?: unknown, query?: Readonly<Record<string, string>>): Promise<Esito>;
  /** Sends a sample of events/, on the creditor of the tests. */
  sample(operazione: string, caso: string): Promise<{ readonly atteso: number; readonly esito: Esito }>;
}

export const createImpianto = async (variabili: Readonly<Record<string, string>> = {}): Promise<ImpiantoPendenze> => {
  const contatore = await startContatore();
  const ambiente = await createAmbiente({ AWS_ENDPOINT_URL_DYNAMODB: contatore.endpoint, ...variabili });
  contatore.setDestinazione(ambiente.dynamo.endpoint);
  return {
    ...ambiente,
    richieste: contatore.richieste,
    put: (idPendenza, body = corpo(), query = {}) => ambiente.invoke("pendenze/addPendenza", { params: chiave(idPendenza), query, body }),
    sample: async (operazione, caso) => {
      const campione = readCampioni(`pendenze/${operazione}`).find((c) => c.caso === caso);
      if (!campione) throw new Error(`events/pendenze/${operazione}/${caso}.json non esiste`);
      const { pathParameters, queryStringParameters, headers, body, expected } = campione;
      const esito = await ambiente.invoke(`pendenze/${operazione}`, {
        params: pathParameters ?? {},
        query: queryStringParameters ?? {},
        headers: headers ?? {},
        ...(body !== undefined && { body: body }),
      });
      return { atteso: expected.status, esito };
    },
    stop: async () => {
      await ambiente.stop();
      await contatore.stop();
    },
  };
};
