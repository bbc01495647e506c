/** GET /pendenze/{idDominio}/{numeroAvviso} of the Portal API: one debt. */
import { getPendenza } from "../../shared/contracts/cittadino/pendenze.ts";
import { presentPendenza } from "../../shared/presenters/pendenze/pendenza.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenzaByAvviso } from "../../shared/usecases/pendenze/get-pendenza.ts";

const get = getPendenzaByAvviso(porteLettura);

export const handler = httpOperation(getPendenza, async ({ params, chiamante, cookies }) => {
  const esito = await get(params, withSessione(chiamante, cookies));
  if (!esito.ok) return refuse(esito.errore);
  const { rpp: _, allegati: __, ...pendenza } = presentPendenza(getPendenza.api, esito.valore);
  return reply(200, pendenza);
});
