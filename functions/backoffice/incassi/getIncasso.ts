/** GET /incassi/{idDominio}/{idIncasso}: the outcome of a movement, with what it collected. */
import { getIncasso } from "../../../shared/contracts/backoffice/incassi.ts";
import { RIGHE_MASSIME } from "../../../shared/contracts/riconciliazione/parametri.ts";
import { presentIncasso } from "../../../shared/presenters/backoffice/incasso.ts";
import { toTratto } from "../../../shared/presenters/riconciliazione/filtri.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../../shared/runtime/wiring/rendicontazioni.ts";
import { getRiconciliazione } from "../../../shared/usecases/riconciliazioni/get-riconciliazione.ts";

const get = getRiconciliazione(porteRendicontazioni);

export const handler = httpOperation(getIncasso, async ({ params: { idDominio, idIncasso }, query, chiamante }) => {
  const { "riscossioni.tipo": tipi, ...pagina } = query;
  const tratto = { ...toTratto(pagina, RIGHE_MASSIME), ...(tipi && { tipi }) };
  const esito = await get({ idDominio, id: idIncasso }, tratto, chiamante);
  return esito.ok ? reply(200, presentIncasso(esito.valore)) : refuse(esito.errore);
});
