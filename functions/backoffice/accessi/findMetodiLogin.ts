/** GET /login/metodi: what the login page offers. */
import { findMetodiLogin } from "../../../shared/contracts/backoffice/accessi.ts";
import { presentMetodi } from "../../../shared/presenters/backoffice/accessi.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { sessioniAttive } from "../../../shared/runtime/wiring/accessi.ts";
import { provider } from "../../../shared/runtime/wiring/identita.ts";

export const handler = httpOperation(findMetodiLogin, async () => reply(200, { metodi: sessioniAttive ? presentMetodi(provider) : [] }));
