/** The metric of open circuit breakers, one series per system whatever function finds it closed to calls: an alarm listens to each (infra/stacks/monitoring.ts). */
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { INTERRUTTORE_APERTO, SERVIZIO_USCITE, type SistemaDaChiamare } from "../contracts/uscite.ts";
import { config } from "./config/config.ts";

const metriche = new Metrics({ namespace: "Fiorino", serviceName: SERVIZIO_USCITE, defaultDimensions: { stage: config.stage } });

/** What to tell a breaker to do when it leaves `sistema` alone. */
export const segnalaAperto = (sistema: SistemaDaChiamare) => (): void => {
  metriche.addDimension("operazione", sistema);
  metriche.addMetric(INTERRUTTORE_APERTO, MetricUnit.Count, 1);
  metriche.publishStoredMetrics();
};
