/** GET /ruoli: the roles, a page at a time. */
import { findRuoli } from "../../../shared/contracts/backoffice/ruoli.ts";
import { presentRuoloIndex } from "../../../shared/presenters/backoffice/ruolo.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findVoci } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { ruoli } from "../../../shared/usecases/anagrafiche/ruoli.ts";

const find = findVoci(ruoli)(letturaAnagrafiche);

export const handler = httpOperation(findRuoli, async ({ query, chiamante, url }) => {
  const richiesta = { ...toRichiestaPagina(query), ordinamento: [{ campo: "id", verso: "asc" }] } as const;
  const pagina = await find({ filtri: {}, richiesta, chiamante });
  return reply(200, presentPagina(pagina, query, url, presentRuoloIndex));
});
