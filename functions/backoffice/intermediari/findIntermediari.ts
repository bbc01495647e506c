/** GET /intermediari: the intermediaries, a page at a time. */
import { findIntermediari } from "../../../shared/contracts/backoffice/intermediari.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { presentIntermediarioIndex } from "../../../shared/presenters/backoffice/intermediario.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findVoci } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { intermediari } from "../../../shared/usecases/anagrafiche/intermediari.ts";

const find = findVoci(intermediari)(letturaAnagrafiche);

export const handler = httpOperation(findIntermediari, async ({ query, chiamante, url }) => {
  const pagina = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante });
  return reply(200, presentElenco(pagina, query, url, presentIntermediarioIndex));
});
