/**
 * The floor: what an operation asked of the emulators, recorded once and sent again bare by the SDK. Writes get fresh keys and lose the
 * version they were conditioned on (no other item has it), so that each repetition does the work of the first.
 */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";

export type Richiesta =
  | { readonly tipo: "get"; readonly input: ConstructorParameters<typeof GetCommand>[0] }
  | { readonly tipo: "query"; readonly input: ConstructorParameters<typeof QueryCommand>[0] }
  | { readonly tipo: "batchGet"; readonly input: ConstructorParameters<typeof BatchGetCommand>[0] }
  | { readonly tipo: "update"; readonly input: ConstructorParameters<typeof UpdateCommand>[0] }
  | { readonly tipo: "transazione"; readonly input: TransactWriteCommandInput }
  | { readonly tipo: "invio"; readonly input: ConstructorParameters<typeof SendMessageCommand>[0] };

const registrate: Richiesta[] = [];
let attivo = false;

const classify = (nome: string, input: object): Richiesta | undefined => {
  switch (nome) {
    case "GetCommand":
      return { tipo: "get", input: input as ConstructorParameters<typeof GetCommand>[0] };
    case "QueryCommand":
      return { tipo: "query", input: input as ConstructorParameters<typeof QueryCommand>[0] };
    case "BatchGetCommand":
      return { tipo: "batchGet", input: input as ConstructorParameters<typeof BatchGetCommand>[0] };
    case "UpdateCommand":
      return { tipo: "update", input: input as ConstructorParameters<typeof UpdateCommand>[0] };
    case "TransactWriteCommand":
      return { tipo: "transazione", input: input as TransactWriteCommandInput };
    case "SendMessageCommand":
      return { tipo: "invio", input: input as ConstructorParameters<typeof SendMessageCommand>[0] };
    default:
      return undefined;
  }
};

interface Comando {
  readonly input: object;
  readonly constructor: { readonly name: string };
}
/** Sees the commands of every client of the process (the functions make their own). */
const watch = (prototipo: object): void => {
  const originale: unknown = Reflect.get(prototipo, "send");
  if (typeof originale !== "function") throw new Error("il client non ha il metodo send");
  const send = function (this: unknown, comando: Comando, ...altro: readonly unknown[]): unknown {
    const richiesta = attivo ? classify(comando.constructor.name, comando.input) : undefined;
    if (richiesta) registrate.push(richiesta);
    return Reflect.apply(originale, this, [comando, ...altro]);
  };
  Object.defineProperty(prototipo, "send", { value: send, configurable: true, writable: true });
};

let osservati = false;

/** Once for the process, whoever asks. */
export const watchClients = (): void => {
  if (osservati) return;
  osservati = true;
  watch(DynamoDBDocumentClient.prototype);
  watch(SQSClient.prototype);
};

export const record = async (operazione: () => Promise<void>): Promise<readonly Richiesta[]> => {
  registrate.length = 0;
  attivo = true;
  await operazione();
  attivo = false;
  return [...registrate];
};

/** Keys of the table and of its indexes that tell one item from another. */
const CHIAVI_PROPRIE = ["pk", "ordine", "chiavePendenza"] as const;

const renew = (item: Readonly<Record<string, unknown>> | undefined, suffisso: string): Record<string, unknown> => ({
  ...item,
  ...Object.fromEntries(
    CHIAVI_PROPRIE.flatMap((campo) => (item?.[campo] === undefined ? [] : [[campo, `${String(item[campo])}${suffisso}`]])),
  ),
});

/** Same keys with a suffix, no conditions on versions. */
const refresh = (input: TransactWriteCommandInput, suffisso: string): TransactWriteCommandInput => ({
  TransactItems: (input.TransactItems ?? []).flatMap((voce) => {
    if (voce.Put) {
      const { ConditionExpression, ExpressionAttributeValues: _, ...resto } = voce.Put;
      const nuova = ConditionExpression?.startsWith("attribute_not_exists") ? { ConditionExpression } : {};
      return [{ Put: { ...resto, ...nuova, Item: renew(resto.Item, suffisso) } }];
    }
    // A check of a version costs a read of the item: on the key of the recording, where it still holds or not, it is left out.
    return [];
  }),
});

export interface Nudo {
  readonly client: DynamoDBDocumentClient;
  readonly sqs: SQSClient;
}

export const createNudo = (): Nudo => ({
  client: DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } }),
  sqs: new SQSClient({ useQueueUrlAsEndpoint: false }),
});

let contatore = 0;

/** Sends the recorded requests one after the other, as the operation did. */
export const replay = async ({ client, sqs }: Nudo, richieste: readonly Richiesta[]): Promise<void> => {
  // Taken before the first wait: with many at a time the counter moves on meanwhile.
  contatore += 1;
  const suffisso = `#nuda${contatore}`;
  for (const richiesta of richieste) {
    switch (richiesta.tipo) {
      case "get":
        await client.send(new GetCommand(richiesta.input));
        break;
      case "query":
        await client.send(new QueryCommand(richiesta.input));
        break;
      case "batchGet":
        await client.send(new BatchGetCommand(richiesta.input));
        break;
      case "update":
        await client.send(new UpdateCommand(richiesta.input));
        break;
      case "transazione":
        await client.send(new TransactWriteCommand(refresh(richiesta.input, suffisso)));
        break;
      case "invio":
        await sqs.send(new SendMessageCommand(richiesta.input));
        break;
    }
  }
};
