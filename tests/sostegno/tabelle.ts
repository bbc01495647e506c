/** DynamoDB for tests: the emulator on a temporary folder, with the tables of the contracts. */
import { rmSync } from "node:fs";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { startDynamoDb } from "../../local/emulators/dynamodb.ts";
import { type Tabella, tabelle } from "../../shared/contracts/tables.ts";
import { createCartella } from "./cartella.ts";

export const NOMI_TABELLE = { anagrafiche: "prova-anagrafiche", archivio: "prova-archivio", eventi: "prova-eventi" } as const;

export interface DynamoDiProva {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  /** DynamoDB requests sent by `client` since the last reset, by operation. */
  readonly richieste: string[];
  stop(): Promise<void>;
}

const createTabella = (client: DynamoDBClient, tabella: Tabella): Promise<unknown> => {
  const attributi = new Set(["pk", "sk", ...tabella.indici.flatMap((i) => [i.pk, i.sk])]);
  return client.send(
    new CreateTableCommand({
      TableName: NOMI_TABELLE[tabella.nome],
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [...attributi].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      ...(tabella.indici.length > 0 && {
        GlobalSecondaryIndexes: tabella.indici.map((i) => ({
          IndexName: i.nome,
          KeySchema: [
            { AttributeName: i.pk, KeyType: "HASH" as const },
            { AttributeName: i.sk, KeyType: "RANGE" as const },
          ],
          Projection: { ProjectionType: "ALL" as const },
        })),
      }),
      ...(tabella.stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: tabella.stream } }),
    }),
  );
};

export const startDynamoDiProva = async (): Promise<DynamoDiProva> => {
  const cartella = createCartella("fiorino-");
  const emulatore = await startDynamoDb(cartella);
  const base = new DynamoDBClient({
    endpoint: emulatore.endpoint,
    region: "eu-south-1",
    credentials: { accessKeyId: "prova", secretAccessKey: "prova" },
  });
  const richieste: string[] = [];
  base.middlewareStack.add(
    (next, contesto) => (argomenti) => {
      richieste.push(contesto.commandName ?? "?");
      return next(argomenti);
    },
    { step: "initialize" },
  );
  await Promise.all(tabelle.map((tabella) => createTabella(base, tabella)));
  richieste.length = 0;
  return {
    endpoint: emulatore.endpoint,
    client: DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } }),
    richieste,
    stop: async () => {
      await emulatore.stop();
      rmSync(cartella, { recursive: true, force: true });
    },
  };
};
