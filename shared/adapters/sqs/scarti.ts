/** The queues of dead letters over SQS, by name. */
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { MessaggioScartato, Profondita, Scarti } from "../../ports/scarti.ts";
import type { ProfonditaCode } from "../../ports/sonde.ts";

const numero = (testo: string | undefined): number => Number(testo ?? 0);

export class ScartiSqs implements Scarti, ProfonditaCode {
  readonly #client: SQSClient;
  readonly #url: { readonly coda: (nome: string) => string; readonly scarti: (nome: string) => string };

  /** Addresses, by name, of a queue and of its dead letters. */
  constructor(client: SQSClient, url: { readonly coda: (nome: string) => string; readonly scarti: (nome: string) => string }) {
    this.#client = client;
    this.#url = url;
  }

  async depths(code: readonly string[]): Promise<ReadonlyMap<string, Profondita>> {
    return new Map(await Promise.all(code.map(async (coda) => [coda, await this.#depthOf(this.#url.scarti(coda))] as const)));
  }

  async depthsOf(code: readonly string[]): Promise<ReadonlyMap<string, Profondita>> {
    return new Map(await Promise.all(code.map(async (coda) => [coda, await this.#depthOf(this.#url.coda(coda))] as const)));
  }

  async #depthOf(url: string): Promise<Profondita> {
    const { Attributes = {} } = await this.#client.send(
      new GetQueueAttributesCommand({
        QueueUrl: url,
        AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"],
      }),
    );
    return {
      visibili: numero(Attributes["ApproximateNumberOfMessages"]),
      inSospeso: numero(Attributes["ApproximateNumberOfMessagesNotVisible"]) + numero(Attributes["ApproximateNumberOfMessagesDelayed"]),
    };
  }

  async receive(coda: string, quanti: number, nascostiSecondi: number): Promise<readonly MessaggioScartato[]> {
    const { Messages = [] } = await this.#client.send(
      new ReceiveMessageCommand({
        QueueUrl: this.#url.scarti(coda),
        MaxNumberOfMessages: Math.min(10, quanti),
        VisibilityTimeout: nascostiSecondi,
        // SQS looks at a few of its servers unless asked to wait: a short wait makes it look at all.
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ["SentTimestamp", "ApproximateReceiveCount", "MessageGroupId"],
      }),
    );
    return Messages.map(({ MessageId = "", Body = "", ReceiptHandle = "", Attributes = {} }) => ({
      ...{ id: MessageId, corpo: Body, ricevuta: ReceiptHandle },
      inviatoAlle: new Date(numero(Attributes.SentTimestamp)).toISOString(),
      letture: numero(Attributes.ApproximateReceiveCount),
      ...(Attributes.MessageGroupId !== undefined && { gruppo: Attributes.MessageGroupId }),
    }));
  }

  async release(coda: string, messaggi: readonly MessaggioScartato[]): Promise<void> {
    for (let i = 0; i < messaggi.length; i += 10) {
      const Entries = messaggi
        .slice(i, i + 10)
        .map(({ ricevuta }, n) => ({ Id: String(n), ReceiptHandle: ricevuta, VisibilityTimeout: 0 }));
      await this.#client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: this.#url.scarti(coda), Entries }));
    }
  }

  async redeliver(coda: string, messaggio: MessaggioScartato): Promise<void> {
    const { corpo, gruppo } = messaggio;
    await this.#client.send(
      new SendMessageCommand({
        QueueUrl: this.#url.coda(coda),
        MessageBody: corpo,
        ...(gruppo !== undefined && { MessageGroupId: gruppo }),
      }),
    );
    await this.remove(coda, messaggio);
  }

  async remove(coda: string, { ricevuta }: MessaggioScartato): Promise<void> {
    await this.#client.send(new DeleteMessageCommand({ QueueUrl: this.#url.scarti(coda), ReceiptHandle: ricevuta }));
  }
}
