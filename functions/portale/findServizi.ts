/** GET /enti/{idDominio}/servizi, and one of them: the two are one function. */
import { findServizi } from "../../shared/contracts/portale/enti.ts";
import { presentTipoPortale } from "../../shared/presenters/pagamento/dominio.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withForma } from "../../shared/runtime/versioni.ts";
import { portePortale } from "../../shared/runtime/wiring/portale.ts";
import { findTipiPortale } from "../../shared/usecases/anagrafiche/portale.ts";

const find = findTipiPortale(portePortale);
const elenco = httpOperation(findServizi, async ({ params, query, chiamante }) => {
  const esito = await find(params.idDominio, query, chiamante);
  return esito.ok ? reply(200, { risultati: esito.valore.map(presentTipoPortale(query.lingua)) }) : refuse(esito.errore);
});

export const handler = withForma(elenco, ["idDominio", "idTipoPendenza"], () => import("./getServizio.ts"));
