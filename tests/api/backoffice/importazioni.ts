/** The registry as a document on the deployed handlers: the bucket, the queue's consumer called by hand, a registry that can be emptied. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { afterAll, beforeAll, expect } from "vitest";
import type { Scrittura } from "../../../local/demo/installazione.ts";
import { operazioniBackoffice } from "../../../shared/contracts/backoffice/operazioni.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { NOMI_TABELLE } from "../../sostegno/tabelle.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

export interface ProvaInstallazione {
  invoke(id: string, chiamata?: Chiamata): Promise<Esito>;
  /** A PUT by its path. */
  write(scrittura: Scrittura): Promise<number>;
  /** Sends a document and lets the worker do all of it; answers the outcomes. */
  importa(documento: unknown, query?: Readonly<Record<string, string>>): Promise<Esito>;
  consume(id: string): Promise<void>;
  /** Nothing is left in the registry. */
  svuota(): Promise<void>;
  oggetti(): ReadonlyMap<string, Buffer>;
}

const contesto = { awsRequestId: "importazioni", functionName: "prova", getRemainingTimeInMillis: () => 120_000 } as Context;

const eventoDi = (corpo: unknown): SQSEvent => ({
  Records: [
    {
      messageId: "messaggio",
      receiptHandle: "ricevuta",
      body: JSON.stringify(corpo),
      attributes: {
        ApproximateReceiveCount: "1",
        SentTimestamp: "0",
        SenderId: "prova",
        ApproximateFirstReceiveTimestamp: "0",
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:eu-south-1:000000000000:prova",
      awsRegion: "eu-south-1",
    },
  ],
});

/** The operation of a path, with the parameters that are in it. */
const findScrittura = (percorso: string): { id: string; params: Record<string, string> } => {
  for (const { id, method, path } of operazioniBackoffice) {
    const trovati = new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`).exec(percorso);
    if (method === "PUT" && trovati) return { id, params: { ...trovati.groups } };
  }
  throw new Error(`nessuna PUT per ${percorso}`);
};

export const createProvaInstallazione = (): ProvaInstallazione => {
  let s3: DepositoS3 | undefined;
  let ambiente: AmbienteApi | undefined;
  const avviato = <T>(cosa: T | undefined): T => {
    if (cosa === undefined) throw new Error("ambiente non avviato");
    return cosa;
  };
  beforeAll(async () => {
    s3 = await startDepositoS3();
    ambiente = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  });
  afterAll(async () => {
    await ambiente?.stop();
    await s3?.stop();
  });
  const invoke: ProvaInstallazione["invoke"] = (id, chiamata = {}) => avviato(ambiente).invoke(`backoffice/${id}`, chiamata);
  const consume = async (id: string): Promise<void> => {
    const modulo: { handler: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse> } = await import(
      "../../../functions/consumers/importazioni.ts"
    );
    expect(await modulo.handler(eventoDi({ id, tappa: 0 }), contesto)).toEqual({ batchItemFailures: [] });
  };
  return {
    invoke,
    consume,
    write: async ({ percorso, corpo }) => {
      const { id, params } = findScrittura(percorso);
      const { status, testo } = await invoke(id, { params, body: corpo });
      if (status > 201) throw new Error(`PUT ${percorso}: ${status} ${testo}`);
      return status;
    },
    importa: async (documento, query = {}) => {
      const accettata = await invoke("addImportazioneAnagrafica", { query, body: documento });
      if (accettata.status !== 202) return accettata;
      const id = String(accettata.body["id"]);
      await consume(id);
      return invoke("getEsitiImportazione", { params: { id }, query: { tutte: "true" } });
    },
    svuota: async () => {
      const { dynamo, deposito } = avviato(ambiente);
      const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName: NOMI_TABELLE.anagrafiche }));
      for (const { pk, sk, versione } of Items)
        await deposito.commit([
          { azione: "elimina", tabella: "anagrafiche", chiave: { pk: String(pk), sk: String(sk) }, versione: Number(versione) },
        ]);
    },
    oggetti: () => avviato(s3).oggetti,
  };
};
