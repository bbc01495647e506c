/** In the small hours, every quarter of an hour until it is done: pagoPA's archives against ours. */
import { verificaArchivioGpd } from "../../shared/contracts/schedules.ts";
import { scheduledJob } from "../../shared/runtime/scheduled-job.ts";
import { porteVerificaGpd } from "../../shared/runtime/wiring/verifica-gpd.ts";
import { verifyArchivio } from "../../shared/usecases/gpd/verify-archivio.ts";

export const handler = scheduledJob(verificaArchivioGpd, verifyArchivio(porteVerificaGpd));
