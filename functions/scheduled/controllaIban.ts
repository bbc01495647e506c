/** Every morning: accounts and stations of the creditors against what pagoPA knows of them. */
import { controllaIban } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteControlli } from "../../shared/runtime/wiring/controlli.ts";
import { checkPagoPa } from "../../shared/usecases/controlli/check-pagopa.ts";

export const handler = scheduledJob(controllaIban, checkPagoPa(porteControlli));
