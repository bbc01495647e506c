/** From the stream of the archive to the counters. A batch that cannot be counted is given again whole by the stream: what was added is not added twice. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { consumatoreContatori } from "../contracts/queues.ts";
import type { Cambiamento, Contatori } from "../ports/contatori.ts";
import { publishMetriche } from "./osservabilita.ts";

export const countStream =
  (read: (evento: DynamoDBStreamEvent) => readonly Cambiamento[], contatori: Pick<Contatori, "add">) =>
  async (evento: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const cambiamenti = read(evento);
    publishMetriche({ cambiamenti: cambiamenti.length, contati: await contatori.add(cambiamenti) }, consumatoreContatori.nome);
    return { batchItemFailures: [] };
  };
