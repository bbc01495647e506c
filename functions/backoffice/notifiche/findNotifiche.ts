/** GET /notifiche: what the creditors' systems were told, and what they were not. */
import { findNotifiche } from "../../../shared/contracts/backoffice/notifiche.ts";
import { presentNotifica, toFiltriNotifiche } from "../../../shared/presenters/backoffice/notifica.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteElencoNotifiche } from "../../../shared/runtime/wiring/elenco-notifiche.ts";
import { createFindNotifiche } from "../../../shared/usecases/notifiche/find-notifiche.ts";

const find = createFindNotifiche(porteElencoNotifiche);

export const handler = httpOperation(findNotifiche, async ({ query, chiamante, url }) => {
  const pagina = await find(toFiltriNotifiche(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentNotifica));
});
