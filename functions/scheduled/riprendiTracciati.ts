/** Every hour: the batches whose annulments nobody approved in time go on without them. */
import { riprendiTracciati } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteRipresa } from "../../shared/runtime/wiring/ripresa-tracciati.ts";
import { resumeTracciatiScaduti } from "../../shared/usecases/tracciati/resume-tracciati.ts";

export const handler = scheduledJob(riprendiTracciati, resumeTracciatiScaduti(porteRipresa));
