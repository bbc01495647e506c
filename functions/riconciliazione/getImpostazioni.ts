/** GET /impostazioni/{idDominio}: how the money of a creditor is matched. */
import { getImpostazioni } from "../../shared/contracts/riconciliazione/impostazioni.ts";
import { presentImpostazioni } from "../../shared/presenters/riconciliazione/abbinamenti.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { abbinamenti } from "../../shared/runtime/wiring/abbinamenti.ts";
import { getImpostazioni as createGet } from "../../shared/usecases/abbinamenti/impostazioni.ts";

const get = createGet(abbinamenti);

export const handler = httpOperation(getImpostazioni, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, chiamante);
  return esito.ok ? reply(200, presentImpostazioni(esito.valore)) : refuse(esito.errore);
});
