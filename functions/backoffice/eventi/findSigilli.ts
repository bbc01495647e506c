/** GET /eventi/sigilli: the daily seals of the journal. */
import { findSigilli } from "../../../shared/contracts/backoffice/sigilli.ts";
import { presentSigillo } from "../../../shared/presenters/backoffice/sigillo.ts";
import { toOrdine } from "../../../shared/presenters/comuni/filtri.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteSigilli } from "../../../shared/runtime/wiring/sigilli.ts";
import { findSigilli as createFind } from "../../../shared/usecases/giornale/find-sigilli.ts";

const find = createFind(porteSigilli);

export const handler = httpOperation(findSigilli, async ({ query, chiamante, url }) => {
  const esito = await find(toRichiestaPagina(query), toOrdine(query.ordinamento), chiamante);
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentSigillo)) : refuse(esito.errore);
});
