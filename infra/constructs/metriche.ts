/** The metrics of AWS that alarms and dashboard read, by the deterministic names of what they measure: monitoring holds no other stack back. */
import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";

const metrica = (namespace: string, metricName: string, dimensionsMap: Record<string, string>, statistic: string, minuti = 5): Metric =>
  new Metric({
    namespace,
    metricName,
    dimensionsMap,
    statistic,
    period: Duration.minutes(minuti),
    label: `${Object.values(dimensionsMap)[0]} ${metricName}`,
  });

export const messaggiIn = (QueueName: string): Metric => metrica("AWS/SQS", "ApproximateNumberOfMessagesVisible", { QueueName }, "Maximum");
/** Seconds. */
export const etaIn = (QueueName: string): Metric => metrica("AWS/SQS", "ApproximateAgeOfOldestMessage", { QueueName }, "Maximum");
export const erroriDi = (FunctionName: string): Metric => metrica("AWS/Lambda", "Errors", { FunctionName }, "Sum");
export const invocazioniDi = (FunctionName: string, minuti = 5): Metric =>
  metrica("AWS/Lambda", "Invocations", { FunctionName }, "Sum", minuti);
/** Milliseconds. */
export const durataDi = (FunctionName: string, statistic = "p99"): Metric => metrica("AWS/Lambda", "Duration", { FunctionName }, statistic);
/** Milliseconds by which the consumer is behind the stream. */
export const ritardoStreamDi = (FunctionName: string): Metric => metrica("AWS/Lambda", "IteratorAge", { FunctionName }, "Maximum");
export const limitazioniLambda = (): Metric =>
  new Metric({ namespace: "AWS/Lambda", metricName: "Throttles", statistic: "Sum", period: Duration.minutes(5) });
export const limitazioniDi = (TableName: string, verso: "Read" | "Write"): Metric =>
  metrica("AWS/DynamoDB", `${verso}ThrottleEvents`, { TableName }, "Sum");
export const consumoDi = (TableName: string, verso: "Read" | "Write"): Metric =>
  metrica("AWS/DynamoDB", `Consumed${verso}CapacityUnits`, { TableName }, "Sum");
export const richiesteDi = (ApiId: string): Metric => metrica("AWS/ApiGateway", "Count", { ApiId }, "Sum");
export const erroriServerDi = (ApiId: string): Metric => metrica("AWS/ApiGateway", "5xx", { ApiId }, "Sum");
export const erroriClientDi = (ApiId: string): Metric => metrica("AWS/ApiGateway", "4xx", { ApiId }, "Sum");
/** Milliseconds. */
export const latenzaDi = (ApiId: string, statistic = "p99"): Metric => metrica("AWS/ApiGateway", "Latency", { ApiId }, statistic);
/** A figure that a job publishes at the end of its run (runtime/osservabilita.ts names namespace and dimensions). */
export const cifraDi = (stage: string, service: string, operazione: string, cifra: string): Metric =>
  metrica("Fiorino", cifra, { operazione, service, stage }, "Maximum");
