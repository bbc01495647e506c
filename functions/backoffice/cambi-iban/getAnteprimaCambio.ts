/** GET /domini/{idDominio}/contiAccredito/{ibanAccredito}/anteprimaCambio: what the replacement of an account would change. */
import { getAnteprimaCambio } from "../../../shared/contracts/backoffice/cambi-iban.ts";
import { presentAnteprima } from "../../../shared/presenters/backoffice/cambi-iban.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { lettureCambi } from "../../../shared/runtime/wiring/cambi.ts";
import { previewCambio } from "../../../shared/usecases/cambi/preview-cambio.ts";

const preview = previewCambio(lettureCambi);

export const handler = httpOperation(getAnteprimaCambio, async ({ params, query, chiamante }) => {
  const { idDominio, ibanAccredito: ibanVecchio } = params;
  const esito = await preview({ idDominio, ibanVecchio, ibanNuovo: query.ibanNuovo }, chiamante);
  return esito.ok ? reply(200, presentAnteprima(query.ibanNuovo, esito.valore)) : refuse(esito.errore);
});
