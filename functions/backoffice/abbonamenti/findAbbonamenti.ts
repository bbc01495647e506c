/** GET /domini/{idDominio}/abbonamenti: who is told of what happens to a creditor. */
import { findAbbonamenti } from "../../../shared/contracts/backoffice/abbonamenti.ts";
import { presentAbbonamento } from "../../../shared/presenters/backoffice/abbonamento.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAbbonamenti } from "../../../shared/runtime/wiring/abbonamenti.ts";
import { findAbbonamenti as createFind } from "../../../shared/usecases/abbonamenti/abbonamenti.ts";

const find = createFind(letturaAbbonamenti);

export const handler = httpOperation(findAbbonamenti, async ({ params, query, chiamante, url }) => {
  const esito = await find(params.idDominio, toRichiestaPagina(query), chiamante);
  return esito.ok
    ? reply(
        200,
        presentPagina(esito.valore, query, url, (visto) => presentAbbonamento(visto)),
      )
    : refuse(esito.errore);
});
