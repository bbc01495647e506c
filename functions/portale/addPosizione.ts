/** PUT /posizioni/{idA2A}/{idPendenza}: a debt is loaded or updated; the notice is printed only when asked for. Many together are beside. */
import { addPosizione } from "../../shared/contracts/portale/posizioni.ts";
import { presentEtag, toCondizione } from "../../shared/presenters/comuni/versione.ts";
import { toNuovaPendenza } from "../../shared/presenters/pendenze/nuova-pendenza.ts";
import { presentPendenzaCreata } from "../../shared/presenters/pendenze/pendenza-creata.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withForma } from "../../shared/runtime/versioni.ts";
import { print, save } from "../../shared/runtime/wiring/caricamento-pendenze.ts";

const singola = httpOperation(addPosizione, async ({ params, query, body, chiamante, traccia, ifMatch }) => {
  const nuova = toNuovaPendenza(body, query.dataAvvisatura);
  if (!nuova.ok) return refuse({ codice: "SINTASSI", dettaglio: nuova.errore });
  const esito = await save({ ...params, nuova: nuova.valore, tipo: "dovuto", chiamante, traccia, ...toCondizione(ifMatch) });
  if (!esito.ok) return refuse(esito.errore);
  const { pendenza, creata, scritta } = esito.valore;
  if (!scritta) traccia.omit();
  const pdf = query.stampaAvviso ? await print(pendenza) : undefined;
  return reply(creata ? 201 : 200, presentPendenzaCreata(pendenza, pdf), presentEtag(pendenza));
});

export const handler = withForma(singola, ["idA2A"], () => import("./addPosizioni.ts"));
