/** PUT /pendenze/{idA2A}/{idPendenza}: a debt is loaded or updated; the notice is printed only when asked for. */
import { addPendenza } from "../../shared/contracts/pendenze/pendenze.ts";
import { toNuovaPendenza } from "../../shared/presenters/pendenze/nuova-pendenza.ts";
import { presentPendenzaCreata } from "../../shared/presenters/pendenze/pendenza-creata.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteScrittura } from "../../shared/runtime/wiring/pendenze.ts";
import { stampaAvviso } from "../../shared/runtime/wiring/stampa-avviso.ts";
import { printAvviso } from "../../shared/usecases/pendenze/print-avviso.ts";
import { savePendenza } from "../../shared/usecases/pendenze/save-pendenza.ts";

const save = savePendenza(porteScrittura);
const print = printAvviso({ ...porteScrittura, stampaAvviso });

export const handler = httpOperation(addPendenza, async ({ params, query, body, chiamante, traccia }) => {
  const nuova = toNuovaPendenza(body, query.dataAvvisatura);
  if (!nuova.ok) return refuse({ codice: "SINTASSI", dettaglio: nuova.errore });
  const esito = await save({ ...params, nuova: nuova.valore, tipo: "dovuto", chiamante, traccia });
  if (!esito.ok) return refuse(esito.errore);
  const { pendenza, creata } = esito.valore;
  return reply(creata ? 201 : 200, presentPendenzaCreata(pendenza, query.stampaAvviso ? await print(pendenza) : undefined));
});
