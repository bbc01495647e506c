/** PUT /pendenze/{idA2A}/{idPendenza}, v1: a debt is loaded or updated; the answer is its notice. */
import { addPendenza } from "../../shared/contracts/pendenze-v1/scrittura.ts";
import { toNuovaPendenza } from "../../shared/presenters/pendenze/nuova-pendenza.ts";
import { presentAvvisoV1 } from "../../shared/presenters/pendenze-v1/avviso.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche, clock } from "../../shared/runtime/wiring/base.ts";
import { print, save } from "../../shared/runtime/wiring/caricamento-pendenze.ts";

export const handler = httpOperation(addPendenza, async ({ params, query, body, chiamante, traccia }) => {
  const nuova = toNuovaPendenza(body, undefined);
  if (!nuova.ok) return refuse({ codice: "SINTASSI", dettaglio: nuova.errore });
  const esito = await save({ ...params, nuova: nuova.valore, tipo: "dovuto", chiamante, traccia });
  if (!esito.ok) return refuse(esito.errore);
  const { pendenza, creata, scritta } = esito.valore;
  if (!scritta) traccia.omit();
  const pdf = query.stampaAvviso ? await print(pendenza) : undefined;
  const creditore = await anagrafiche.getCreditore(pendenza.idDominio);
  return reply(creata ? 201 : 200, presentAvvisoV1(pendenza, creditore, clock.now(), pdf));
});
