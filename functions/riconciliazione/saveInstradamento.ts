/** PUT /instradamenti/{idDominio}: the rules that send anomalies to the offices. */
import { saveInstradamento } from "../../shared/contracts/riconciliazione/instradamenti.ts";
import { presentEtag, toCondizione } from "../../shared/presenters/comuni/versione.ts";
import { presentInstradamento, toInstradamento } from "../../shared/presenters/riconciliazione/instradamento.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAnomalie } from "../../shared/runtime/wiring/anomalie.ts";
import { saveInstradamento as createSave } from "../../shared/usecases/anomalie/instradamento.ts";

const save = createSave(porteAnomalie);

export const handler = httpOperation(saveInstradamento, async ({ params, body, ifMatch, chiamante, traccia }) => {
  const letto = toInstradamento(params.idDominio, body);
  if (!letto.ok) return refuse(letto.errore);
  const esito = await save(letto.valore, { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(200, presentInstradamento(esito.valore), presentEtag(esito.valore)) : refuse(esito.errore);
});
