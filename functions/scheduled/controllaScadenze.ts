/** Every morning: which certificates and keys of the connection to pagoPA are about to end. */
import { controllaScadenze } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteControlloScadenze } from "../../shared/runtime/wiring/controllo-scadenze.ts";
import { checkScadenze } from "../../shared/usecases/scadenze/check-scadenze.ts";

export const handler = scheduledJob(controllaScadenze, checkScadenze(porteControlloScadenze));
