/** An attachment for portals and citizens, the same in the versions of the operation. */

import type { getAllegato } from "../../contracts/pagamento/allegati.ts";
import { presentTipo } from "../../presenters/pendenze/allegato.ts";
import { getAllegato as createGet } from "../../usecases/pendenze/get-allegato.ts";
import { withSessione } from "../accessi/sessione-anonima.ts";
import { allegati } from "../wiring/allegati.ts";
import { posizioni } from "../wiring/posizioni.ts";
import { file, type Richiesta, refuse, reply } from "./richiesta.ts";

const get = createGet({ posizioni, allegati });

export const replyAllegato = async ({
  params,
  chiamante,
  cookies,
}: Pick<Richiesta<typeof getAllegato>, "params" | "chiamante" | "cookies">) => {
  const esito = await get(params.id, withSessione(chiamante, cookies));
  if (!esito.ok) return refuse(esito.errore);
  if ("url" in esito.valore) return reply(303, undefined, { location: esito.valore.url });
  const { allegato, contenuto } = esito.valore;
  return reply(200, file(presentTipo(allegato), contenuto, allegato.nome));
};
