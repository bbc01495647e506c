/** PATCH /rpp/{idDominio}/{iuv}/{ccp}: whether an attempt keeps others from starting, or the receipt that closes it. */
import { updateRpp } from "../../../shared/contracts/backoffice/rpp.ts";
import { presentRppOperatore, toChiaveRpp } from "../../../shared/presenters/backoffice/rpp.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { assegnaRt, getRpp, setBloccante } from "../../../shared/runtime/wiring/variazioni-rpp.ts";

export const handler = httpOperation(updateRpp, async ({ params, body: [variazione], chiamante, traccia }) => {
  const chiave = toChiaveRpp(params);
  if (!variazione) return refuse({ codice: "SINTASSI", dettaglio: "corpo: serve una variazione" });
  const fatta =
    variazione.path === "/bloccante"
      ? await setBloccante(chiave, variazione.value, chiamante, traccia)
      : await assegnaRt(chiave, variazione.value, chiamante, traccia);
  if (!fatta.ok) return refuse(fatta.errore);
  const esito = await getRpp(chiave, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { rpp, ...nomi } = esito.valore;
  return reply(200, presentRppOperatore(nomi)(rpp));
});
