/** GET /causaliSconosciute: texts of credits that look like pagoPA and name nothing, by shape. */
import { findCausaliSconosciute } from "../../shared/contracts/riconciliazione/causali-sconosciute.ts";
import { presentCausale } from "../../shared/presenters/riconciliazione/causale-sconosciuta.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteCausali } from "../../shared/runtime/wiring/causali.ts";
import { findCausali } from "../../shared/usecases/tesoreria/causali/find-causali.ts";

const find = findCausali(porteCausali);

export const handler = httpOperation(findCausaliSconosciute, async ({ query: { dal: da, al: a, ...query }, chiamante }) => {
  const esito = await find({ ...query, ...(da !== undefined && { da }), ...(a !== undefined && { a }) }, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, { numRisultati: esito.valore.totale, risultati: esito.valore.causali.map(presentCausale) });
});
