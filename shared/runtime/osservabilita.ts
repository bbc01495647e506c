/** Structured logs and EMF metrics. Nothing personal and no credential is ever passed to them: only ids of ours, codes and durations. */
import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { config } from "./config/config.ts";

export const logger = new Logger({ serviceName: "fiorino", logLevel: config.logLevel, persistentKeys: { stage: config.stage } });

const metriche = new Metrics({ namespace: "Fiorino", serviceName: config.funzione, defaultDimensions: { stage: config.stage } });

/** Writes the metrics of one invocation in a single EMF line. */
export const publishMetriche = (valori: Readonly<Record<string, number>>, operazione: string): void => {
  metriche.addDimension("operazione", operazione);
  for (const [nome, valore] of Object.entries(valori)) {
    metriche.addMetric(nome, nome.endsWith("Millisecondi") ? MetricUnit.Milliseconds : MetricUnit.Count, valore);
  }
  metriche.publishStoredMetrics();
};
