/** Every five minutes: the messages to citizens whose day has come go to their queue. */
import { spedisciPromemoria } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteScadenzePromemoria } from "../../shared/runtime/wiring/scadenze-promemoria.ts";
import { releasePromemoria } from "../../shared/usecases/comunicazioni/release-promemoria.ts";

export const handler = scheduledJob(spedisciPromemoria, releasePromemoria(porteScadenzePromemoria));
