/** GET /domini/{idDominio}/conservazione/anteprima: what would be anonymised, without touching anything. */
import { getAnteprimaConservazione } from "../../../shared/contracts/backoffice/conservazione.ts";
import { presentAnteprima, toMesi } from "../../../shared/presenters/backoffice/privacy.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { portePrivacy } from "../../../shared/runtime/wiring/privacy.ts";
import { previewConservazione } from "../../../shared/usecases/privacy/conservazione.ts";

const preview = previewConservazione(portePrivacy);

export const handler = httpOperation(getAnteprimaConservazione, async ({ params, query, chiamante }) => {
  const esito = await preview(params.idDominio, { mesi: toMesi(query), cursore: query.prosegui }, chiamante);
  return esito.ok ? reply(200, presentAnteprima(esito.valore)) : refuse(esito.errore);
});
