/** GET /domini/{idDominio}/conservazione: how long a creditor keeps personal data. */
import { getConservazione } from "../../../shared/contracts/backoffice/conservazione.ts";
import { presentStato } from "../../../shared/presenters/backoffice/privacy.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { conservazioni } from "../../../shared/runtime/wiring/conservazioni.ts";
import { getConservazione as createGet } from "../../../shared/usecases/privacy/conservazione.ts";

const get = createGet({ conservazioni });

export const handler = httpOperation(getConservazione, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, chiamante);
  return esito.ok ? reply(200, presentStato(esito.valore)) : refuse(esito.errore);
});
