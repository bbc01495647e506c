/** GET /login/oidc: to the identity provider. */
import { beginLoginOidc } from "../../../shared/contracts/backoffice/accessi.ts";
import { accessoCookie } from "../../../shared/runtime/accessi/cookie.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { sessioniAttive } from "../../../shared/runtime/wiring/accessi.ts";
import { porteOidc } from "../../../shared/runtime/wiring/accesso-oidc.ts";
import { beginOidc } from "../../../shared/usecases/accessi/login-oidc.ts";

const begin = beginOidc(porteOidc);

export const handler = httpOperation(beginLoginOidc, async ({ query }) => {
  if (!sessioniAttive) return refuse({ codice: "NON_AUTORIZZATO", dettaglio: "le sessioni non sono attive su questa installazione" });
  const esito = await begin({ id: query.provider, ritorno: query.ritorno });
  if (!esito.ok) return refuse(esito.errore);
  return reply(303, undefined, { location: esito.valore.url, ...accessoCookie(esito.valore.cookie) });
});
