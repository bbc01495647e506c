/** PUT /domini/{idDominio}/conservazione: how long a creditor keeps personal data. */
import { updateConservazione } from "../../../shared/contracts/backoffice/conservazione.ts";
import { presentRegole } from "../../../shared/presenters/backoffice/privacy.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { portePrivacy } from "../../../shared/runtime/wiring/privacy.ts";
import { saveConservazione } from "../../../shared/usecases/privacy/conservazione.ts";

const save = saveConservazione(portePrivacy);

export const handler = httpOperation(updateConservazione, async ({ params, body, chiamante, traccia }) => {
  const esito = await save(params.idDominio, body, { chiamante, traccia });
  return esito.ok ? reply(200, presentRegole(esito.valore)) : refuse(esito.errore);
});
