/** Every ten minutes: what the probes show and cannot ask in one request. */
import { rilevaSonde } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteMisure } from "../../shared/runtime/wiring/misure-sonde.ts";
import { createMeasureSonde } from "../../shared/usecases/sonde/measure-sonde.ts";

export const handler = scheduledJob(rilevaSonde, createMeasureSonde(porteMisure));
