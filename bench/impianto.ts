/** The functions in this process over the real emulators, with the environment they are deployed with: what is measured is our code plus the store. */
import { rmSync } from "node:fs";
import type { Context } from "aws-lambda";
import { startFauxqs } from "../local/emulators/fauxqs.ts";
import { DepositoDynamoDb } from "../shared/adapters/dynamodb/deposito.ts";
import { code } from "../shared/contracts/index.ts";
import { seedAnagrafica } from "../tests/sostegno/anagrafica.ts";
import { createCartella } from "../tests/sostegno/cartella.ts";
import { NOMI_TABELLE, startDynamoDiProva } from "../tests/sostegno/tabelle.ts";

export const contesto = {
  awsRequestId: "11111111-2222-3333-4444-555555555555",
  functionName: "bench",
  getRemainingTimeInMillis: () => 60_000,
} as Context;

export interface Impianto {
  readonly cartella: string;
  stop(): Promise<void>;
}

export const startImpianto = async (fdr?: string): Promise<Impianto> => {
  const cartella = createCartella("fiorino-bench-");
  const dynamo = await startDynamoDiProva();
  const fauxqs = await startFauxqs(cartella, "eu-south-1");
  const place = { region: "eu-south-1", accountId: "000000000000", queueEndpoint: fauxqs.endpoint, baseUrl: "http://127.0.0.1" };
  fauxqs.ensure(
    place,
    code.map(({ nome }) => ({ name: nome, attributes: {} })),
    ["documenti"],
  );
  Object.assign(process.env, {
    AWS_REGION: "eu-south-1",
    AWS_ACCESS_KEY_ID: "bench",
    AWS_SECRET_ACCESS_KEY: "bench",
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_SQS: fauxqs.endpoint,
    AWS_ENDPOINT_URL_S3: fauxqs.endpoint,
    FIORINO_STAGE: "bench",
    FIORINO_HOST_INTERNI: "127.0.0.1,localhost",
    FIORINO_TABELLA_ANAGRAFICHE: NOMI_TABELLE.anagrafiche,
    FIORINO_TABELLA_ARCHIVIO: NOMI_TABELLE.archivio,
    FIORINO_TABELLA_EVENTI: NOMI_TABELLE.eventi,
    FIORINO_BUCKET_DOCUMENTI: "documenti",
    ...Object.fromEntries(code.map(({ nome }) => [`FIORINO_CODA_${nome.toUpperCase()}`, `${fauxqs.endpoint}/000000000000/${nome}`])),
    FIORINO_CHIAVI_IMPRONTE: JSON.stringify({ 1: "chiave-delle-misure" }),
    FIORINO_AUTENTICAZIONE: "basic,apikey,ssl",
    FIORINO_LOG_LEVEL: "ERROR",
    POWERTOOLS_METRICS_DISABLED: "true",
  });
  await seedAnagrafica(new DepositoDynamoDb(dynamo.client, NOMI_TABELLE), undefined, fdr);
  return {
    cartella,
    stop: async () => {
      await fauxqs.stop();
      await dynamo.stop();
      rmSync(cartella, { recursive: true, force: true });
    },
  };
};
