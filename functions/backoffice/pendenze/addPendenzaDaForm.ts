/** POST /pendenze/{idDominio}/{idTipoPendenza}: a debt from the data of the operator's form. */
import { addPendenzaDaForm } from "../../../shared/contracts/backoffice/pendenze-scrittura.ts";
import { ok } from "../../../shared/domain/esito.ts";
import { refuse } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { loadPendenza } from "../../../shared/runtime/pendenze/caricamento-operatore.ts";
import { readForm } from "../../../shared/runtime/wiring/form.ts";

export const handler = httpOperation(addPendenzaDaForm, async ({ params, query, body, chiamante, traccia }) => {
  const { stampaAvviso, ...unita } = query;
  const { idA2A: idDominio, idPendenza: idTipoPendenza } = params;
  const { transactionId } = traccia;
  const letta = await readForm({ idDominio, idTipoPendenza, ...unita, dati: body, chiamante, transactionId });
  if (!letta.ok) return refuse(letta.errore);
  return loadPendenza(letta.valore, ok(letta.valore.nuova), { chiamante, traccia, stampaAvviso });
});
