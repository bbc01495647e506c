/** GET /domini/{idDominio}/tipiPendenza/{idTipoPendenza} of the Portal API: one payable service with its form. */
import { getTipoPendenza } from "../../shared/contracts/cittadino/enti.ts";
import { presentTipoPortale } from "../../shared/presenters/pagamento/dominio.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { portePortale } from "../../shared/runtime/wiring/portale.ts";
import { findTipiPortale } from "../../shared/usecases/anagrafiche/portale.ts";

const find = findTipiPortale(portePortale);

export const handler = httpOperation(getTipoPendenza, async ({ params: { idDominio, idTipoPendenza }, query, chiamante }) => {
  const esito = await find(idDominio, {}, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const tipo = esito.valore.find(({ comune }) => comune.idTipoPendenza === idTipoPendenza);
  const dettaglio = `tipo pendenza ${idTipoPendenza} non trovato per il dominio ${idDominio}`;
  return tipo ? reply(200, presentTipoPortale(query.lingua)(tipo)) : refuse({ codice: "NON_TROVATO", dettaglio });
});
