/** POST /federazione/{detentore}/pagamenti: a payment started by whoever holds the positions. */
import { forwardPagamento } from "../../shared/contracts/portale/federazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteFederazione } from "../../shared/runtime/wiring/federazione.ts";
import { createForward } from "../../shared/usecases/federazione/forward.ts";

const forward = createForward(porteFederazione);

export const handler = httpOperation(forwardPagamento, async ({ params: { detentore }, body, chiamante }) => {
  const esito = await forward.startPagamento(detentore, body, chiamante);
  return esito.ok ? reply(201, { detentore, ...esito.valore }) : refuse(esito.errore);
});
