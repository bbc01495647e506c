/** From the stream of the journal to the seal. A batch that cannot be sealed is given again whole by the stream. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { consumatoreSigilli } from "../contracts/queues.ts";
import { publishMetriche } from "./osservabilita.ts";

export const sealStream =
  <L>(read: (evento: DynamoDBStreamEvent) => L, seal: (lotto: L) => Promise<Readonly<Record<string, number>>>) =>
  async (evento: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    publishMetriche(await seal(read(evento)), consumatoreSigilli.nome);
    return { batchItemFailures: [] };
  };
