/** POST /profiliLettura/anteprima: what a treasurer's table would give by a profile, or by the guess of one. */
import { previewProfiloLettura } from "../../shared/contracts/riconciliazione/profili-lettura.ts";
import { presentAnteprima, toRichiestaAnteprima } from "../../shared/presenters/riconciliazione/profilo-lettura.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAnteprima } from "../../shared/runtime/wiring/anteprima-lettura.ts";
import { previewProfilo } from "../../shared/usecases/tesoreria/preview-profilo.ts";

const preview = previewProfilo(porteAnteprima);

export const handler = httpOperation(previewProfiloLettura, async ({ body, chiamante }) => {
  const esito = await preview(toRichiestaAnteprima(body), chiamante);
  return esito.ok ? reply(200, presentAnteprima(esito.valore)) : refuse(esito.errore);
});
