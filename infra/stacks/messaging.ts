/** Queues with their dead-letter queues. A message that fails goes there after the declared attempts; an alarm and a runbook wait for it. */
import { Duration, Stack } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Coda, ConsumatoreStream } from "../../shared/contracts/operation.ts";
import { nomeScarti, SCARTI_SCHEDULAZIONI } from "../../shared/contracts/scarti.ts";
import { nomeRisorsa, nomeStack } from "../installazione.ts";
import { acknowledge } from "../nag.ts";
import type { Parametri } from "../parametri.ts";

/** The longest that SQS keeps a message: time to notice, repair and redrive. */
const CONSERVAZIONE = Duration.days(14);

/** Dead letters of what is not a queue: the stream's consumer and the jobs. */
export const SCARTI_OUTBOX = "outbox";
export { nomeScarti, SCARTI_SCHEDULAZIONI };

export class MessagingStack extends Stack {
  readonly code: ReadonlyMap<string, Queue>;
  readonly scartiOutbox: Queue;
  /** Dead letters by name of the stream's consumer. */
  readonly scartiStream: ReadonlyMap<string, Queue>;
  readonly scartiSchedulazioni: Queue;

  constructor(scope: Construct, parametri: Parametri, code: readonly Coda[], stream: readonly ConsumatoreStream[]) {
    super(scope, nomeStack(parametri.stage, "messaging"), { description: "Fiorino: code" });
    const { stage } = parametri;
    this.code = new Map(code.map((coda) => [coda.nome, this.addCoda(coda, stage)]));
    this.scartiOutbox = this.addScartiSenzaCoda(SCARTI_OUTBOX, stage);
    this.scartiStream = new Map(stream.map(({ nome }) => [nome, this.addScartiSenzaCoda(nome, stage)]));
    this.scartiSchedulazioni = this.addScartiSenzaCoda(SCARTI_SCHEDULAZIONI, stage);
  }

  /** Whose dead letters there are: queues, consumers of a stream, the scheduler. */
  get nomiScarti(): readonly string[] {
    return [...this.code.keys(), SCARTI_OUTBOX, ...this.scartiStream.keys(), SCARTI_SCHEDULAZIONI];
  }

  private addCoda(coda: Coda, stage: string): Queue {
    return new Queue(this, coda.nome, {
      queueName: nomeRisorsa(stage, coda.nome),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: CONSERVAZIONE,
      visibilityTimeout: Duration.seconds(coda.visibilitaSeconds),
      deadLetterQueue: { queue: this.addScarti(coda.nome, stage), maxReceiveCount: coda.tentativi },
    });
  }

  /** Dead letters of what is not a queue. */
  private addScartiSenzaCoda(nome: string, stage: string): Queue {
    const scarti = this.addScarti(nome, stage);
    acknowledge(scarti, "SQS3", "È essa stessa la coda degli scarti: di uno stream o dello Scheduler, che cdk-nag non vede.");
    return scarti;
  }

  private addScarti(nome: string, stage: string): Queue {
    return new Queue(this, nomeScarti(nome), {
      queueName: nomeRisorsa(stage, nomeScarti(nome)),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: CONSERVAZIONE,
    });
  }
}
