/** Consumers of the queues and of the archive's stream: partial batch failures reported, concurrency bounded. */
import { Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Coda, ConsumatoreStream } from "../../shared/contracts/operation.ts";
import { statementConsumoCoda } from "../capabilities.ts";
import { Funzioni } from "../constructs/funzioni.ts";
import { type Installazione, nomeStack } from "../installazione.ts";
import type { ConsumatoreOutbox, Funzione } from "../registro.ts";

export interface OpzioniConsumers {
  readonly funzioni: readonly Funzione[];
  readonly code: readonly Coda[];
  readonly outbox: ConsumatoreOutbox;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly stream: readonly ConsumatoreStream[];
  readonly scartiOutbox: Queue;
  readonly scartiStream: ReadonlyMap<string, Queue>;
  readonly cartella: string;
  readonly installazione: Installazione;
}

/** Above ten messages SQS wants a window in which to gather them. */
const LOTTO_SENZA_ATTESA = 10;
/** A batch of the stream that fails this many times, halved each time, goes to the dead letters instead of stopping the shard. */
const TENTATIVI_STREAM = 20;

export class ConsumersStack extends Stack {
  constructor(scope: Construct, opzioni: OpzioniConsumers) {
    const { installazione } = opzioni;
    super(scope, nomeStack(installazione.parametri.stage, "consumers"), { description: "Fiorino: consumatori delle code" });
    const funzioni = new Funzioni(this, installazione, "consumer", opzioni.cartella);
    for (const funzione of opzioni.funzioni) {
      if (funzione.id === opzioni.outbox.nome) this.addOutbox(funzioni, funzione, opzioni);
      else if (opzioni.stream.some(({ nome }) => nome === funzione.id)) this.addConsumatoreStream(funzioni, funzione, opzioni);
      else this.addConsumer(funzioni, funzione, opzioni);
    }
  }

  private addConsumer(funzioni: Funzioni, funzione: Funzione, { code, queues }: OpzioniConsumers): void {
    const coda = code.find(({ nome }) => nome === funzione.id);
    const queue = queues.get(funzione.id);
    if (!coda || !queue) throw new Error(`Il consumatore ${funzione.id} non ha una coda nel registro`);
    const target = funzioni.add(funzione, { statements: [statementConsumoCoda(queue.queueArn)] });
    new EventSourceMapping(this, `Sorgente-${funzione.id}`, {
      target,
      eventSourceArn: queue.queueArn,
      batchSize: coda.lotto,
      maxConcurrency: coda.concorrenzaMassima,
      reportBatchItemFailures: true,
      ...(coda.lotto > LOTTO_SENZA_ATTESA ? { maxBatchingWindow: Duration.seconds(1) } : {}),
    });
  }

  private addOutbox(funzioni: Funzioni, funzione: Funzione, { outbox, scartiOutbox, installazione }: OpzioniConsumers): void {
    const { stream } = installazione.risorse.archivio;
    if (!stream) throw new Error("La tabella archivio deve avere lo stream: da lì parte l'outbox");
    const scarti = new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [scartiOutbox.queueArn] });
    const target = funzioni.add(funzione, { statements: [scarti] });
    new EventSourceMapping(this, `Sorgente-${funzione.id}`, {
      target,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: outbox.lotto,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: TENTATIVI_STREAM,
      onFailure: new SqsDlq(scartiOutbox),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual("INSERT"),
          dynamodb: { NewImage: { pk: { S: FilterRule.beginsWith(outbox.prefisso) } } },
        }),
        ...outbox.evidenze.map((filtro) => FilterCriteria.filter(filtro)),
      ],
    });
  }

  private addConsumatoreStream(funzioni: Funzioni, funzione: Funzione, { stream, scartiStream, installazione }: OpzioniConsumers): void {
    const consumatore = stream.find(({ nome }) => nome === funzione.id);
    const scarti = scartiStream.get(funzione.id);
    const sorgente = consumatore && installazione.risorse[consumatore.tabella].stream;
    if (!consumatore || !scarti || !sorgente) throw new Error(`Il consumatore ${funzione.id} non ha uno stream nel registro`);
    const target = funzioni.add(funzione, {
      statements: [new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [scarti.queueArn] })],
    });
    new EventSourceMapping(this, `Sorgente-${funzione.id}`, {
      target,
      eventSourceArn: sorgente,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: consumatore.lotto,
      ...(consumatore.finestraSeconds === undefined ? {} : { maxBatchingWindow: Duration.seconds(consumatore.finestraSeconds) }),
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: TENTATIVI_STREAM,
      onFailure: new SqsDlq(scarti),
      filters: consumatore.filtri.map((filtro) => FilterCriteria.filter(filtro)),
    });
  }
}
