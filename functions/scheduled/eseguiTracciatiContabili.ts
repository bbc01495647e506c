/** Every hour: the files towards accounting that are due. */
import { eseguiTracciatiContabili } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteTracciatiContabili } from "../../shared/runtime/wiring/tracciati-contabili.ts";
import { scheduleTracciati } from "../../shared/usecases/contabilita/schedule-tracciati.ts";

export const handler = scheduledJob(eseguiTracciatiContabili, scheduleTracciati(porteTracciatiContabili));
