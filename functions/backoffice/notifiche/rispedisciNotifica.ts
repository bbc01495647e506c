/** POST /notifiche/{idDominio}/{iuv}/{idRicevuta}/rispedisci: something is told again, at once. */
import { rispedisciNotifica } from "../../../shared/contracts/backoffice/notifiche.ts";
import { toChiaveNotifica } from "../../../shared/domain/notifiche/notifica.ts";
import { presentNotifica } from "../../../shared/presenters/backoffice/notifica.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { wireRinvioNotifica } from "../../../shared/runtime/wiring/elenco-notifiche.ts";
import { posizioni } from "../../../shared/runtime/wiring/posizioni.ts";
import { createResendNotifica } from "../../../shared/usecases/notifiche/resend-notifica.ts";

const resend = createResendNotifica({ posizioni, unitOfWork: wireRinvioNotifica() });

export const handler = httpOperation(rispedisciNotifica, async ({ params, query, chiamante, traccia }) => {
  const esito = await resend(toChiaveNotifica(params, query.tipo ?? "RICEVUTA", params.idRicevuta), chiamante, traccia);
  return esito.ok ? reply(202, presentNotifica(esito.valore)) : refuse(esito.errore);
});
