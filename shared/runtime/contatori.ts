/**
 * From the stream of the archive to what is derived from it: the counters of the reports, and the list of what changed in the accounts. One reader for both, because
 * a shard serves two at most and the outbox is the other. A batch that fails is given again whole: counters do not add twice, the list may tell twice.
 */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { consumatoreContatori } from "../contracts/queues.ts";
import type { VariazioneContabile } from "../domain/variazioni/variazione-contabile.ts";
import type { Cambiamento, Contatori } from "../ports/contatori.ts";
import type { Variazioni } from "../ports/variazioni.ts";
import { publishMetriche } from "./osservabilita.ts";

export interface Derivazioni {
  readonly readCambiamenti: (evento: DynamoDBStreamEvent) => readonly Cambiamento[];
  readonly contatori: Pick<Contatori, "add">;
  readonly readVariazioni: (evento: DynamoDBStreamEvent) => readonly VariazioneContabile[];
  readonly variazioni: Pick<Variazioni, "append">;
}

export const deriveStream =
  ({ readCambiamenti, contatori, readVariazioni, variazioni }: Derivazioni) =>
  async (evento: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const cambiamenti = readCambiamenti(evento);
    const contati = await contatori.add(cambiamenti);
    const cambiate = readVariazioni(evento);
    await variazioni.append(cambiate);
    publishMetriche({ cambiamenti: cambiamenti.length, contati, variazioni: cambiate.length }, consumatoreContatori.nome);
    return { batchItemFailures: [] };
  };
