/** GET /scadenze: certificates and keys, the nearest to the end first. */
import { findScadenze } from "../../../shared/contracts/backoffice/scadenze.ts";
import { definiti } from "../../../shared/domain/definiti.ts";
import { presentScadenza } from "../../../shared/presenters/backoffice/scadenza.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteScadenze } from "../../../shared/runtime/wiring/scadenze.ts";
import { findScadenze as createFind } from "../../../shared/usecases/scadenze/find-scadenze.ts";

const find = createFind(porteScadenze);

export const handler = httpOperation(findScadenze, async ({ query, url }) => {
  const pagina = await find(definiti({ tipo: query.tipo, stato: query.stato }), toRichiestaPagina(query));
  return reply(200, presentPagina(pagina, query, url, presentScadenza));
});
