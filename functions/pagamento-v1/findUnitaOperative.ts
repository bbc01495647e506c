/** GET /domini/{idDominio}/unitaOperative, v1: the units of a creditor that a portal may show. */
import { findUnitaOperative } from "../../shared/contracts/pagamento-v1/domini.ts";
import { presentElenco, toRichiestaElenco } from "../../shared/presenters/backoffice/elenco.ts";
import { presentUnitaV1 } from "../../shared/presenters/pagamento/dominio-v1.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withPercorsi } from "../../shared/runtime/versioni.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { findUnitaPortale } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const find = findUnitaPortale({ anagrafiche });

const elenco = httpOperation(findUnitaOperative, async ({ params, query, chiamante, url }) => {
  const esito = await find(params.idDominio, toRichiestaElenco(query), chiamante, query.abilitato);
  return esito.ok ? reply(200, presentElenco(esito.valore, query, url, presentUnitaV1)) : refuse(esito.errore);
});

export const handler = withPercorsi(elenco, "pagamento-v1", {
  "/domini/{idDominio}/unitaOperative/{idUnitaOperativa}": () => import("./getUnitaOperativa.ts"),
  "/domini/{idDominio}/contiAccredito": () => import("./findContiAccredito.ts"),
  "/domini/{idDominio}/contiAccredito/{iban}": () => import("./getContoAccredito.ts"),
  "/domini/{idDominio}/entrate": () => import("./findEntrate.ts"),
  "/domini/{idDominio}/entrate/{idEntrata}": () => import("./getEntrata.ts"),
});
