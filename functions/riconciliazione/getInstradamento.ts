/** GET /instradamenti/{idDominio}: how a creditor works on its anomalies. */
import { getInstradamento } from "../../shared/contracts/riconciliazione/instradamenti.ts";
import { presentEtag } from "../../shared/presenters/comuni/versione.ts";
import { presentInstradamento } from "../../shared/presenters/riconciliazione/instradamento.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAnomalie } from "../../shared/runtime/wiring/anomalie.ts";
import { getInstradamento as createGet } from "../../shared/usecases/anomalie/instradamento.ts";

const get = createGet(porteAnomalie);

export const handler = httpOperation(getInstradamento, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, chiamante);
  return esito.ok ? reply(200, presentInstradamento(esito.valore), presentEtag(esito.valore)) : refuse(esito.errore);
});
