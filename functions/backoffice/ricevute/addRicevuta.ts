/** POST /ricevute: a receipt that the Node did not deliver, uploaded by an operator. */
import { addRicevuta } from "../../../shared/contracts/backoffice/ricevute-scrittura.ts";
import { presentRicevutaCaricata } from "../../../shared/presenters/backoffice/ricevuta-caricata.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { carica } from "../../../shared/runtime/wiring/caricamento-ricevute.ts";

export const handler = httpOperation(addRicevuta, async ({ body, chiamante, traccia }) => {
  const esito = await carica(body, chiamante, traccia);
  return esito.ok ? reply(esito.valore.nuova ? 201 : 200, presentRicevutaCaricata(esito.valore)) : refuse(esito.errore);
});
