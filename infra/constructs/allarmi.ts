/** An alarm always says what it means for the creditor and where the remedy is written: one whose runbook does not exist stops the synthesis. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Topic } from "aws-cdk-lib/aws-sns";
import { nomeRisorsa } from "../installazione.ts";

export interface OpzioniAllarme {
  readonly id: string;
  readonly metrica: IMetric;
  readonly soglia: number;
  /** The alarm rings above the threshold; with `sotto`, below it, and silence counts as zero. */
  readonly sotto?: boolean;
  readonly periodi?: number;
  /** What it means for the creditor, one sentence in Italian. */
  readonly impatto: string;
  /** File in docs/runbooks, without extension. */
  readonly runbook: string;
}

export class Allarmi {
  private readonly stack: Stack;
  private readonly stage: string;
  private readonly topic: Topic;
  private readonly runbooks: string;

  constructor(stack: Stack, stage: string, topic: Topic, runbooks: string) {
    this.stack = stack;
    this.stage = stage;
    this.topic = topic;
    this.runbooks = runbooks;
  }

  /** Throws when the runbook does not exist. */
  add({ id, metrica, soglia, sotto = false, periodi = 1, impatto, runbook }: OpzioniAllarme): Alarm {
    const percorso = `docs/runbooks/${runbook}.md`;
    if (!existsSync(join(this.runbooks, `${runbook}.md`))) throw new Error(`L'allarme ${id} non ha il suo runbook: manca ${percorso}`);
    const allarme = new Alarm(this.stack, id, {
      alarmName: nomeRisorsa(this.stage, id),
      alarmDescription: `${impatto} Che cosa fare: ${percorso}`,
      metric: metrica,
      threshold: soglia,
      evaluationPeriods: periodi,
      comparisonOperator: sotto ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: sotto ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    allarme.addAlarmAction(new SnsAction(this.topic));
    allarme.addOkAction(new SnsAction(this.topic));
    return allarme;
  }
}
