/** GET /domini/{idDominio}/contiAccredito/{ibanAccredito}/pendenze: the debts still to be paid that point to an account. */
import { findPendenzeConto } from "../../../shared/contracts/backoffice/controlli.ts";
import { presentPendenzaConto } from "../../../shared/presenters/backoffice/controlli.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { findPendenzeConto as createFind } from "../../../shared/usecases/controlli/find-pendenze-conto.ts";

const find = createFind(porteLettura);

export const handler = httpOperation(findPendenzeConto, async ({ params, query, chiamante, url }) => {
  const { idDominio, ibanAccredito: iban } = params;
  const esito = await find(
    { idDominio, iban, chiamante, ...(query.stato !== undefined && { stato: query.stato }) },
    toRichiestaPagina(query),
  );
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentPagina(esito.valore.pagina, query, url, presentPendenzaConto(idDominio, iban, esito.valore.entrate)));
});
