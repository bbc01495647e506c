/** PUT /riconciliazioni/{idDominio}/{id}: a treasury movement to reconcile; the outcome comes later, unless it is already known. */
import { addRiconciliazione } from "../../shared/contracts/riconciliazione/riconciliazioni.ts";
import { linkRiconciliazione } from "../../shared/presenters/riconciliazione/comune.ts";
import { presentRiconciliazione, toMovimento } from "../../shared/presenters/riconciliazione/riconciliazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { add, detail } from "../../shared/runtime/wiring/registrazione-movimenti.ts";

const v3 = httpOperation(addRiconciliazione, async ({ params, body, chiamante, traccia }) => {
  const movimento = toMovimento(params, body);
  if (!movimento.ok) return refuse({ codice: "SINTASSI", dettaglio: movimento.errore });
  const esito = await add(movimento.valore, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { riconciliazione, inElaborazione } = esito.valore;
  const corpo = presentRiconciliazione(await detail(riconciliazione, chiamante));
  return inElaborazione ? reply(202, corpo, { location: linkRiconciliazione(params.idDominio, params.id) }) : reply(200, corpo);
});

export const handler = withVersioni(v3, {
  "riconciliazione-v2": () => import("../riconciliazione-v2/addRiconciliazione.ts"),
  "riconciliazione-v1": () => import("../riconciliazione-v1/addIncasso.ts"),
});
