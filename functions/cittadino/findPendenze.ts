/** GET /pendenze/{idDominio} of the Portal API: the debts of the citizen to a creditor. */
import { findPendenze } from "../../shared/contracts/cittadino/elenco.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriPendenze } from "../../shared/presenters/pendenze/filtri.ts";
import { presentComune } from "../../shared/presenters/pendenze/pendenza-index.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { findPendenze as createFind } from "../../shared/usecases/pendenze/find-pendenze.ts";

const find = createFind(porteLettura);

export const handler = httpOperation(findPendenze, async ({ params, query, chiamante, url }) => {
  const filtri = toFiltriPendenze(findPendenze.api, { ...query, ...params });
  const { pagina, creditori, adesso } = await find(filtri, toRichiestaPagina(query), chiamante);
  return reply(
    200,
    presentPagina(pagina, query, url, (pendenza) => presentComune(findPendenze.api, pendenza, creditori, adesso)),
  );
});
