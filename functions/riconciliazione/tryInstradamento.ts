/** POST /instradamenti/{idDominio}/prova: where the open anomalies would go with these rules. */
import { tryInstradamento } from "../../shared/contracts/riconciliazione/instradamenti.ts";
import { presentProva, toInstradamento } from "../../shared/presenters/riconciliazione/instradamento.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAnomalie } from "../../shared/runtime/wiring/anomalie.ts";
import { tryInstradamento as createTry } from "../../shared/usecases/anomalie/instradamento.ts";

const prova = createTry(porteAnomalie);

export const handler = httpOperation(tryInstradamento, async ({ params, body, chiamante }) => {
  const letto = toInstradamento(params.idDominio, body);
  if (!letto.ok) return refuse(letto.errore);
  const esito = await prova(letto.valore, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentProva(porteAnomalie.clock.now(), esito.valore.prove, esito.valore.altre));
});
