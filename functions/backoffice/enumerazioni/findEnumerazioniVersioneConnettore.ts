/** GET /enumerazioni/versioneConnettore: the versions of the connector of the applications. */
import { VERSIONI_API } from "../../../shared/contracts/backoffice/connettori.ts";
import { findEnumerazioniVersioneConnettore } from "../../../shared/contracts/backoffice/enumerazioni.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";

export const handler = httpOperation(findEnumerazioniVersioneConnettore, async () => reply(200, [...VERSIONI_API]));
