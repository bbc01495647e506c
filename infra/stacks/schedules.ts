/** Scheduled jobs on EventBridge Scheduler, in the time zone of who pays: daylight saving is not our arithmetic. */
import { Stack } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Schedulazione } from "../../shared/contracts/operation.ts";
import { Funzioni } from "../constructs/funzioni.ts";
import { arnLavori, type Installazione, nomeStack } from "../installazione.ts";
import { acknowledgeJolly, arnOf } from "../nag.ts";
import type { Funzione } from "../registro.ts";

export interface OpzioniSchedules {
  readonly funzioni: readonly Funzione[];
  readonly schedulazioni: readonly Schedulazione[];
  readonly scarti: Queue;
  readonly cartella: string;
  readonly installazione: Installazione;
}

export const FUSO = "Europe/Rome";

export class SchedulesStack extends Stack {
  constructor(scope: Construct, { funzioni, schedulazioni, scarti, cartella, installazione }: OpzioniSchedules) {
    const { stage } = installazione.parametri;
    super(scope, nomeStack(stage, "schedules"), { description: "Fiorino: lavori programmati" });
    const fabbrica = new Funzioni(this, installazione, "job", cartella);
    const ruolo = this.addRuolo(stage, scarti);
    for (const funzione of funzioni) {
      const schedulazione = schedulazioni.find(({ nome }) => nome === funzione.id);
      if (!schedulazione) throw new Error(`Il lavoro ${funzione.id} non ha una schedulazione nel registro`);
      new CfnSchedule(this, `Schedulazione-${funzione.id}`, {
        name: `${stage}-${funzione.id}`,
        description: schedulazione.summary.slice(0, 512),
        scheduleExpression: schedulazione.espressione,
        scheduleExpressionTimezone: FUSO,
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          arn: fabbrica.add(funzione).functionArn,
          roleArn: ruolo.roleArn,
          input: JSON.stringify({ schedulazione: funzione.id, istante: "<aws.scheduler.scheduled-time>" }),
          retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 3600 },
          deadLetterConfig: { arn: scarti.queueArn },
        },
      });
    }
  }

  private addRuolo(stage: string, scarti: Queue): Role {
    const lavori = arnLavori(stage);
    const ruolo = new Role(this, "Invocazione", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com"),
      inlinePolicies: {
        invoca: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [arnOf(lavori)] }),
            new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [scarti.queueArn] }),
          ],
        }),
      },
    });
    acknowledgeJolly(ruolo, { [lavori]: "Lo Scheduler può invocare i soli lavori programmati, che hanno tutti lo stesso prefisso." });
    return ruolo;
  }
}
