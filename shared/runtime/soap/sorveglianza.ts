/** The figures of the exchanges with the Node on which an alarm rings (infra/stacks/monitoring.ts). */
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { type CifraDelNodo, OPERAZIONE_NODO, SERVIZIO_NODO } from "../../contracts/pagopa/sorveglianza.ts";
import type { CodiceFaultPa } from "../../domain/pagamenti/messaggi-nodo.ts";
import { config } from "../config/config.ts";

const RICEVUTE = ["paSendRT", "paSendRTV2", "paaInviaRT"];
/** Answered with a fault, and kept all the same. */
const CONSERVATE: readonly CodiceFaultPa[] = ["PAA_RPT_SCONOSCIUTA", "PAA_RT_DUPLICATA"];

/** What of an answer must not pass in silence. A receipt that could not be stored is an error of HTTP, and has the alarm of those. */
export const cifraDi = (operazione: string, status: number, codice: CodiceFaultPa | undefined): CifraDelNodo | undefined => {
  if (status !== 200 || codice === undefined) return undefined;
  if (codice === "PAA_SYSTEM_ERROR") return "guasti";
  return RICEVUTE.includes(operazione) && !CONSERVATE.includes(codice) ? "ricevuteRifiutate" : undefined;
};

const metriche = new Metrics({ namespace: "Fiorino", serviceName: SERVIZIO_NODO, defaultDimensions: { stage: config.stage } });

export const segnala = (cifra: CifraDelNodo): void => {
  metriche.addDimension("operazione", OPERAZIONE_NODO);
  metriche.addMetric(cifra, MetricUnit.Count, 1);
  metriche.publishStoredMetrics();
};
