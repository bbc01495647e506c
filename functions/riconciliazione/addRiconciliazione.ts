/** PUT /riconciliazioni/{idDominio}/{id}: a treasury movement to reconcile; the outcome comes later, unless it is already known. */

import { RIGHE_MASSIME } from "../../shared/contracts/riconciliazione/parametri.ts";
import { addRiconciliazione } from "../../shared/contracts/riconciliazione/riconciliazioni.ts";
import { linkRiconciliazione } from "../../shared/presenters/riconciliazione/comune.ts";
import { presentRiconciliazione, toMovimento } from "../../shared/presenters/riconciliazione/riconciliazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteRiconciliazioni } from "../../shared/runtime/wiring/riconciliazioni.ts";
import { addRiconciliazione as createAdd } from "../../shared/usecases/riconciliazioni/add-riconciliazione.ts";
import { detailRiconciliazione } from "../../shared/usecases/riconciliazioni/get-riconciliazione.ts";

const add = createAdd(porteRiconciliazioni);

export const handler = httpOperation(addRiconciliazione, async ({ params, body, chiamante, traccia }) => {
  const movimento = toMovimento(params, body);
  if (!movimento.ok) return refuse({ codice: "SINTASSI", dettaglio: movimento.errore });
  const esito = await add(movimento.valore, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { riconciliazione, inElaborazione } = esito.valore;
  const corpo = presentRiconciliazione(
    await detailRiconciliazione(porteRiconciliazioni, riconciliazione, { da: 1, quante: RIGHE_MASSIME }, chiamante),
  );
  return inElaborazione ? reply(202, corpo, { location: linkRiconciliazione(params.idDominio, params.id) }) : reply(200, corpo);
});
