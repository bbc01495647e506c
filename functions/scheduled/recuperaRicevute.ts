/** Every ten minutes: the missing receipts whose time has come are asked to pagoPA, as far as its limit allows. */
import { recuperaRicevute } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteRecupero } from "../../shared/runtime/wiring/recuperi.ts";
import { recoverRicevute } from "../../shared/usecases/recuperi/recover-ricevute.ts";

export const handler = scheduledJob(recuperaRicevute, recoverRicevute(porteRecupero));
