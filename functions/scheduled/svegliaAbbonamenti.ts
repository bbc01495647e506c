/** Every minute: the subscriptions with something to try again are woken. */
import { svegliaAbbonamenti } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteAbbonamenti } from "../../shared/runtime/wiring/abbonamenti.ts";
import { wakeAbbonamenti } from "../../shared/usecases/abbonamenti/abbonamenti.ts";

export const handler = scheduledJob(svegliaAbbonamenti, wakeAbbonamenti(porteAbbonamenti));
