/** Every night: the debts whose time has come, by the rules of their creditor, tell nobody apart any more. */
import { anonimizzaDati } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { portePrivacy } from "../../shared/runtime/wiring/privacy.ts";
import { runConservazione } from "../../shared/usecases/privacy/run-conservazione.ts";

export const handler = scheduledJob(anonimizzaDati, runConservazione(portePrivacy));
