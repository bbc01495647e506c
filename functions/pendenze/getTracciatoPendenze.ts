/** GET /tracciati/{id}: a batch with its progress. */
import { getTracciatoPendenze } from "../../shared/contracts/pendenze/tracciati.ts";
import { presentTracciato } from "../../shared/presenters/tracciati/tracciato.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteTracciati } from "../../shared/runtime/wiring/letture-tracciati.ts";
import { createGetTracciato } from "../../shared/usecases/tracciati/find-tracciati.ts";

const get = createGetTracciato(porteTracciati);

export const handler = httpOperation(getTracciatoPendenze, async ({ params, chiamante }) => {
  const esito = await get(params.id, chiamante);
  return esito.ok ? reply(200, presentTracciato(esito.valore)) : refuse(esito.errore);
});
