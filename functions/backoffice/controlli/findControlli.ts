/** GET /controlli: accounts and stations against what pagoPA knows of them, the most serious first. */
import { findControlli } from "../../../shared/contracts/backoffice/controlli.ts";
import { presentControllo } from "../../../shared/presenters/backoffice/controlli.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findVoci } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { controlli } from "../../../shared/usecases/controlli/controlli.ts";

const find = findVoci(controlli)(letturaAnagrafiche);

export const handler = httpOperation(findControlli, async ({ query, chiamante, url }) => {
  const pagina = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante });
  return reply(200, presentElenco(pagina, query, url, presentControllo));
});
