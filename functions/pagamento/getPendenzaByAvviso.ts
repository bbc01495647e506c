/** GET /pendenze/byAvviso/{idDominio}/{numeroAvviso}: a debt with its payment attempts, by the number on its notice. */
import { getPendenzaByAvviso } from "../../shared/contracts/pagamento/pendenze.ts";
import { presentPendenza } from "../../shared/presenters/pendenze/pendenza.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenzaByAvviso as createGet } from "../../shared/usecases/pendenze/get-pendenza.ts";

const get = createGet(porteLettura);

const v2 = httpOperation(getPendenzaByAvviso, async ({ params, chiamante, cookies }) => {
  const esito = await get(params, withSessione(chiamante, cookies));
  return esito.ok ? reply(200, presentPendenza(getPendenzaByAvviso.api, esito.valore)) : refuse(esito.errore);
});

export const handler = withVersioni(v2, { cittadino: () => import("../cittadino/getPendenza.ts") });
