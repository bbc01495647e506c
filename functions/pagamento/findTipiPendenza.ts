/** GET /domini/{idDominio}/tipiPendenza: what a citizen may pay to this creditor without a notice. */
import { findTipiPendenza } from "../../shared/contracts/pagamento/domini.ts";
import { presentTipoPortale } from "../../shared/presenters/pagamento/dominio.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { portePortale } from "../../shared/runtime/wiring/portale.ts";
import { findTipiPortale } from "../../shared/usecases/anagrafiche/portale.ts";

const find = findTipiPortale(portePortale);

const v2 = httpOperation(findTipiPendenza, async ({ params, query, chiamante }) => {
  const esito = await find(params.idDominio, query, chiamante);
  return esito.ok ? reply(200, { risultati: esito.valore.map(presentTipoPortale(query.lingua)) }) : refuse(esito.errore);
});

export const handler = withVersioni(v2, {
  cittadino: () => import("../cittadino/findTipiPendenza.ts"),
  portale: () => import("../portale/findServizi.ts"),
});
