/** Every night: the days of the journal that are over get their seal, chained to the one before. */
import { chiudiGiornale } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteSigilli } from "../../shared/runtime/wiring/sigilli.ts";
import { closeGiorni } from "../../shared/usecases/giornale/close-giorni.ts";

export const handler = scheduledJob(chiudiGiornale, closeGiorni(porteSigilli));
