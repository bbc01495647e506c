/** GET /eventi/{id}: one entry of the journal, with its messages for who may read them. */
import { getEvento } from "../../../shared/contracts/backoffice/eventi.ts";
import { presentEvento } from "../../../shared/presenters/backoffice/evento.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteGiornale } from "../../../shared/runtime/wiring/giornale.ts";
import { getEvento as createGet } from "../../../shared/usecases/giornale/get-evento.ts";

const get = createGet(porteGiornale);

export const handler = httpOperation(getEvento, async ({ params, chiamante, traccia }) => {
  const esito = await get(params.id, { chiamante, traccia });
  return esito.ok ? reply(200, presentEvento(esito.valore)) : refuse(esito.errore);
});
