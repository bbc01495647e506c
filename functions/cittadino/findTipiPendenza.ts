/** GET /domini/{idDominio}/tipiPendenza of the Portal API, and one of them: the two are one function. */
import { findTipiPendenza } from "../../shared/contracts/cittadino/enti.ts";
import { presentTipoPortale } from "../../shared/presenters/pagamento/dominio.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withForma } from "../../shared/runtime/versioni.ts";
import { portePortale } from "../../shared/runtime/wiring/portale.ts";
import { findTipiPortale } from "../../shared/usecases/anagrafiche/portale.ts";

const find = findTipiPortale(portePortale);
const elenco = httpOperation(findTipiPendenza, async ({ params, query, chiamante }) => {
  const { descriione, descrizione = descriione, gruppo, lingua } = query;
  const esito = await find(params.idDominio, { descrizione, gruppo }, chiamante);
  return esito.ok ? reply(200, { risultati: esito.valore.map(presentTipoPortale(lingua)) }) : refuse(esito.errore);
});

export const handler = withForma(elenco, ["idDominio", "idTipoPendenza"], () => import("./getTipoPendenza.ts"));
