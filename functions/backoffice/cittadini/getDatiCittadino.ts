/** POST /cittadini/dati: all that is kept of a citizen. */
import { getDatiCittadino } from "../../../shared/contracts/backoffice/cittadini.ts";
import { presentDatiCittadino } from "../../../shared/presenters/backoffice/privacy.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteCittadini } from "../../../shared/runtime/wiring/cittadini.ts";
import { exportCittadino } from "../../../shared/usecases/privacy/export-cittadino.ts";

const exportDati = exportCittadino(porteCittadini);

export const handler = httpOperation(getDatiCittadino, async ({ body: { codiceFiscale, prosegui }, chiamante, traccia }) => {
  const dati = await exportDati({ codiceFiscale, ...(prosegui !== undefined && { cursore: prosegui }) }, { chiamante, traccia });
  return reply(200, presentDatiCittadino(dati));
});
