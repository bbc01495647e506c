/** POST /promemoria/ricevutePec: what the provider of certified mail says of a message. */
import { addRicevutaPec } from "../../../shared/contracts/backoffice/promemoria.ts";
import { presentPromemoria } from "../../../shared/presenters/backoffice/promemoria.ts";
import { readRicevutaPec } from "../../../shared/runtime/comunicazioni/read-ricevuta-pec.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRispedizione } from "../../../shared/runtime/wiring/promemoria-pendenza.ts";
import { createRegisterRicevutaPec } from "../../../shared/usecases/comunicazioni/register-ricevuta-pec.ts";

const register = createRegisterRicevutaPec(porteRispedizione);

export const handler = httpOperation(addRicevutaPec, async ({ body, chiamante, traccia }) => {
  const ricevuta = readRicevutaPec(body.contenuto);
  if (!ricevuta.ok) return refuse({ codice: "NON_PROCESSABILE", dettaglio: ricevuta.errore });
  const esito = await register(ricevuta.valore, chiamante, traccia);
  return esito.ok ? reply(200, { idPromemoria: esito.valore.id, ...presentPromemoria(esito.valore) }) : refuse(esito.errore);
});
