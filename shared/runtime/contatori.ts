/**
 * From the stream of the archive to what is derived from it: the counters of the reports, the list of what changed in the accounts, and what is told to subscribers. One reader for all, because
 * a shard serves two at most and the outbox is the other. A batch that fails is given again whole: counters do not add twice, the list may tell twice.
 */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { consumatoreContatori } from "../contracts/queues.ts";
import type { Annuncio } from "../domain/annunci/annuncio.ts";
import type { VariazioneContabile } from "../domain/variazioni/variazione-contabile.ts";
import type { Annunci } from "../ports/annunci.ts";
import type { Cambiamento, Contatori } from "../ports/contatori.ts";
import type { Variazioni } from "../ports/variazioni.ts";
import { publishMetriche } from "./osservabilita.ts";

export interface Derivazioni {
  readonly readCambiamenti: (evento: DynamoDBStreamEvent) => readonly Cambiamento[];
  readonly contatori: Pick<Contatori, "add">;
  readonly readVariazioni: (evento: DynamoDBStreamEvent) => readonly VariazioneContabile[];
  readonly variazioni: Pick<Variazioni, "append">;
  readonly readAnnunci: (evento: DynamoDBStreamEvent) => readonly Annuncio[];
  /** What the record alone does not say of them. */
  readonly completeAnnunci: (annunci: readonly Annuncio[]) => Promise<readonly Annuncio[]>;
  readonly annunci: Pick<Annunci, "append">;
}

export const deriveStream =
  ({ readCambiamenti, contatori, readVariazioni, variazioni, readAnnunci, completeAnnunci, annunci }: Derivazioni) =>
  async (evento: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const [cambiamenti, cambiate, annunciate] = [readCambiamenti(evento), readVariazioni(evento), readAnnunci(evento)];
    // None waits for the others: they write apart, and a failure of any gives the batch again to all.
    const [contati] = await Promise.all([
      contatori.add(cambiamenti),
      variazioni.append(cambiate),
      completeAnnunci(annunciate).then((completi) => annunci.append(completi)),
    ]);
    publishMetriche(
      { cambiamenti: cambiamenti.length, contati, variazioni: cambiate.length, annunci: annunciate.length },
      consumatoreContatori.nome,
    );
    return { batchItemFailures: [] };
  };
