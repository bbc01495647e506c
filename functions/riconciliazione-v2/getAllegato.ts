/** GET /allegati/{id}, v2: the bytes of an attachment, or where they are when they are too many for an answer. */
import { getAllegato } from "../../shared/contracts/riconciliazione-v2/comuni.ts";
import { presentTipo } from "../../shared/presenters/pendenze/allegato.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { allegati } from "../../shared/runtime/wiring/allegati.ts";
import { posizioni } from "../../shared/runtime/wiring/posizioni.ts";
import { getAllegato as createGet } from "../../shared/usecases/pendenze/get-allegato.ts";

const get = createGet({ posizioni, allegati });

export const handler = httpOperation(getAllegato, async ({ params, chiamante }) => {
  const esito = await get(params.id, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  if ("url" in esito.valore) return reply(303, undefined, { location: esito.valore.url });
  const { allegato, contenuto } = esito.valore;
  return reply(200, file(presentTipo(allegato), contenuto, allegato.nome));
});
