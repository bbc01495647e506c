/** POST /domini/{idDominio}/contiAccredito/{ibanAccredito}/cambi: asks that an account be replaced; another person has to approve it. */
import { addCambioIban } from "../../../shared/contracts/backoffice/cambi-iban.ts";
import { presentCambio } from "../../../shared/presenters/backoffice/cambi-iban.ts";
import { presenti } from "../../../shared/presenters/backoffice/presenti.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteCambi } from "../../../shared/runtime/wiring/cambi.ts";
import { requestCambio } from "../../../shared/usecases/cambi/request-cambio.ts";

const request = requestCambio(porteCambi);

export const handler = httpOperation(addCambioIban, async ({ params, body, chiamante, traccia }) => {
  const { idDominio, ibanAccredito: ibanVecchio } = params;
  const esito = await request({ idDominio, ibanVecchio, ...presenti(body), chiamante, traccia });
  return esito.ok ? reply(201, presentCambio(porteCambi.clock.now())(esito.valore)) : refuse(esito.errore);
});
