/** PATCH /tracciati/{id}: start a batch whose file was written by link, or stop one. */
import { updateTracciato } from "../../shared/contracts/pendenze/tracciati.ts";
import { presentTracciatoIndex } from "../../shared/presenters/tracciati/tracciato.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { update } from "../../shared/runtime/wiring/tracciati.ts";

export const handler = httpOperation(updateTracciato, async ({ params, body, chiamante, traccia }) => {
  const richiesta = body[0]?.value === "IN_ATTESA" ? "avvia" : "ferma";
  const esito = await update(params.id, richiesta, chiamante, traccia);
  return esito.ok ? reply(200, presentTracciatoIndex(esito.valore)) : refuse(esito.errore);
});
