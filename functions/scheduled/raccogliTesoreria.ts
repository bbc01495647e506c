/** Every five minutes: treasury files that reached the bucket by themselves begin to be read. */
import { raccogliTesoreria } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteCaricamenti } from "../../shared/runtime/wiring/caricamenti.ts";
import { collectDepositi } from "../../shared/usecases/tesoreria/collect-depositi.ts";

export const handler = scheduledJob(raccogliTesoreria, collectDepositi(porteCaricamenti));
