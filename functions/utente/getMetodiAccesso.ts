/** GET /accesso/metodi: the buttons of the login page, and the proof asked of who does not log in. */
import { getMetodiAccesso } from "../../shared/contracts/utente/accesso.ts";
import { presentMetodiAccesso } from "../../shared/presenters/utente/metodi-accesso.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { describeCaptcha } from "../../shared/runtime/wiring/captcha.ts";
import { getAccesso } from "../../shared/usecases/accessi/login-cittadino.ts";

export const handler = httpOperation(getMetodiAccesso, async ({ query }) => {
  const [accesso, captcha] = await Promise.all([getAccesso({ anagrafiche }), describeCaptcha()]);
  return reply(200, presentMetodiAccesso(accesso, captcha, query.idDominio));
});
