/** Every half hour: the activations that no receipt closed are written down, those that no flow can tell of any more are given up. */
import { rilevaAttivazioni } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteAttivazioni } from "../../shared/runtime/wiring/attivazioni-senza-ricevuta.ts";
import { detectAttivazioni } from "../../shared/usecases/recuperi/detect-attivazioni.ts";

export const handler = scheduledJob(rilevaAttivazioni, detectAttivazioni(porteAttivazioni));
