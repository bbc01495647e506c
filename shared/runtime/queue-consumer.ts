/**
 * How a Lambda fed by a queue is made: strict reading of each message, a few at a time, partial failures reported one by one.
 * A message that cannot be read or keeps failing goes to the dead-letter queue by the queue's own count.
 */
import middy from "@middy/core";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type * as z from "zod";
import type { Coda } from "../contracts/operation.ts";
import type { Traccia } from "../ports/traccia.ts";
import { logger, publishMetriche } from "./osservabilita.ts";
import { TracciaScambio } from "./traccia.ts";
import { clock, ids } from "./wiring/base.ts";

export interface Consegna<T> {
  readonly messaggio: T;
  readonly messageId: string;
  readonly receiptHandle: string;
  /** From 1: how many times the queue has delivered it. */
  readonly tentativo: number;
  readonly traccia: Traccia;
}

const IN_PARALLELO = 5;

/** `handle` throws to have the message again later. */
export const queueConsumer = <S extends z.ZodType>(coda: Coda, schema: S, handle: (consegna: Consegna<z.output<S>>) => Promise<void>) => {
  const consume = async (record: SQSRecord): Promise<string | undefined> => {
    try {
      const messaggio = schema.parse(JSON.parse(record.body));
      const traccia = new TracciaScambio("interno", coda.nome, record.messageId, clock, ids);
      await handle({
        messaggio,
        messageId: record.messageId,
        receiptHandle: record.receiptHandle,
        tentativo: Number(record.attributes.ApproximateReceiveCount),
        traccia,
      });
      return undefined;
    } catch (errore) {
      logger.error("messaggio non elaborato", {
        coda: coda.nome,
        messageId: record.messageId,
        tentativo: record.attributes.ApproximateReceiveCount,
        errore: errore instanceof Error ? errore : String(errore),
      });
      return record.messageId;
    }
  };

  return middy<SQSEvent, SQSBatchResponse>().handler(async (evento) => {
    const falliti: string[] = [];
    for (let i = 0; i < evento.Records.length; i += IN_PARALLELO) {
      const esiti = await Promise.all(evento.Records.slice(i, i + IN_PARALLELO).map(consume));
      falliti.push(...esiti.filter((id) => id !== undefined));
    }
    publishMetriche({ messaggi: evento.Records.length, falliti: falliti.length }, coda.nome);
    return { batchItemFailures: falliti.map((itemIdentifier) => ({ itemIdentifier })) };
  });
};
