/** GET /domini/{idDominio}/abbonamenti/{idAbbonamento}/consegne: what a subscriber was told, with the attempts. */
import { findConsegneAbbonamento } from "../../../shared/contracts/backoffice/abbonamenti.ts";
import { definiti } from "../../../shared/domain/definiti.ts";
import { presentConsegna } from "../../../shared/presenters/backoffice/abbonamento.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAbbonamenti } from "../../../shared/runtime/wiring/abbonamenti.ts";
import { findConsegne } from "../../../shared/usecases/abbonamenti/abbonamenti.ts";

const find = findConsegne(letturaAbbonamenti);

export const handler = httpOperation(findConsegneAbbonamento, async ({ params, query, chiamante, url }) => {
  const chiave = { ...params, ...definiti({ stato: query.stato, oggetto: query.subject }) };
  const esito = await find(chiave, toRichiestaPagina(query), chiamante);
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentConsegna)) : refuse(esito.errore);
});
