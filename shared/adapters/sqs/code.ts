/** Sends to the queues. A send that SQS does not acknowledge is an exception: nobody answers OK on it. */
import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { CodaRicevute } from "../../ports/code.ts";

export class CodaSqs implements CodaRicevute {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  async send(messaggio: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#client.send(new SendMessageCommand({ QueueUrl: this.#url, MessageBody: JSON.stringify(messaggio) }));
  }

  /** Holds a message back: it will be delivered again after this many seconds. */
  async delay(receiptHandle: string, secondi: number): Promise<void> {
    await this.#client.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: this.#url, ReceiptHandle: receiptHandle, VisibilityTimeout: secondi }),
    );
  }

  /** Up to 10 bodies in one request; answers the positions that were not taken. */
  async sendMany(corpi: readonly string[]): Promise<readonly number[]> {
    const risposta = await this.#client.send(
      new SendMessageBatchCommand({ QueueUrl: this.#url, Entries: corpi.map((MessageBody, i) => ({ Id: String(i), MessageBody })) }),
    );
    return (risposta.Failed ?? []).map(({ Id }) => Number(Id));
  }
}
