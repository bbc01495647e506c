/** Every four hours: the settlement flows published on pagoPA since the last search. */
import { acquisisciFlussi } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteAcquisizione } from "../../shared/runtime/wiring/acquisizione-flussi.ts";
import { acquireFlussi } from "../../shared/usecases/rendicontazioni/acquire-flussi.ts";

export const handler = scheduledJob(acquisisciFlussi, acquireFlussi(porteAcquisizione));
