/** Every half hour: one summary per queue of anomalies, when nothing more is arriving. */
import { inviaRiepiloghi } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteRiepiloghi } from "../../shared/runtime/wiring/riepiloghi.ts";
import { sendRiepiloghi } from "../../shared/usecases/anomalie/send-riepiloghi.ts";

export const handler = scheduledJob(inviaRiepiloghi, sendRiepiloghi(porteRiepiloghi));
