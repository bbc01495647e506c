/** Every ten minutes: the RPT of the legacy family without a conclusion are asked to the Node, and the RT that we lack are fetched. */
import { recuperaRpt } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteRecuperoRpt } from "../../shared/runtime/wiring/recupero-rpt.ts";
import { createRecoverRpt } from "../../shared/usecases/storico/recover-rpt.ts";

export const handler = scheduledJob(recuperaRpt, createRecoverRpt(porteRecuperoRpt));
