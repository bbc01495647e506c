/**
 * Sends to the queues. Each message carries on whose behalf it is: SQS then gives the messages of the quiet ones first (fair queues), and a creditor that
 * sends a hundred thousand does not make the others wait. A send that SQS does not acknowledge is an exception: nobody answers OK on it.
 */
import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { CodaRicevute } from "../../ports/code.ts";

/** What SQS takes as a group; a name that it would refuse is left out, and the message goes as any other. */
const gruppoDi = (gruppo: string | undefined): { MessageGroupId?: string } =>
  gruppo !== undefined && /^[\w-]{1,128}$/.test(gruppo) ? { MessageGroupId: gruppo } : {};

export class CodaSqs implements CodaRicevute {
  readonly #client: SQSClient;
  readonly #url: string;

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  async send(messaggio: Readonly<Record<string, unknown>>, gruppo?: string, attesaSecondi = 0): Promise<void> {
    const attesa = attesaSecondi > 0 ? { DelaySeconds: attesaSecondi } : {};
    await this.#client.send(
      new SendMessageCommand({ QueueUrl: this.#url, MessageBody: JSON.stringify(messaggio), ...gruppoDi(gruppo), ...attesa }),
    );
  }

  /** Holds a message back: it will be delivered again after this many seconds. */
  async delay(receiptHandle: string, secondi: number): Promise<void> {
    await this.#client.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: this.#url, ReceiptHandle: receiptHandle, VisibilityTimeout: secondi }),
    );
  }

  /** Up to 10 bodies in one request; answers the positions that were not taken. */
  async sendMany(messaggi: readonly { readonly corpo: string; readonly gruppo?: string }[]): Promise<readonly number[]> {
    const risposta = await this.#client.send(
      new SendMessageBatchCommand({
        QueueUrl: this.#url,
        Entries: messaggi.map(({ corpo, gruppo }, i) => ({ Id: String(i), MessageBody: corpo, ...gruppoDi(gruppo) })),
      }),
    );
    return (risposta.Failed ?? []).map(({ Id }) => Number(Id));
  }
}
