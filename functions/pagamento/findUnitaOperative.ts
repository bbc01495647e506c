/** GET /domini/{idDominio}/unitaOperative: the units of a creditor that a portal may show. */
import { findUnitaOperative } from "../../shared/contracts/pagamento/domini.ts";
import { presentElenco, toRichiestaElenco } from "../../shared/presenters/backoffice/elenco.ts";
import { presentUnitaPortale } from "../../shared/presenters/pagamento/dominio.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { findUnitaPortale } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const find = findUnitaPortale({ anagrafiche });

const v2 = httpOperation(findUnitaOperative, async ({ params, query, chiamante, url }) => {
  const esito = await find(params.idDominio, toRichiestaElenco(query), chiamante);
  return esito.ok ? reply(200, presentElenco(esito.valore, query, url, presentUnitaPortale)) : refuse(esito.errore);
});

export const handler = withVersioni(v2, { "pagamento-v1": () => import("../pagamento-v1/findUnitaOperative.ts") });
