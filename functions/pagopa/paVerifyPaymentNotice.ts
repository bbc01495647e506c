/** paVerifyPaymentNotice: a PSP asks what a notice is worth today. */
import { paVerifyPaymentNotice } from "../../shared/contracts/pagopa/primitive.ts";
import { soapService } from "../../shared/runtime/soap/servizio.ts";
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { verify } from "../../shared/runtime/wiring/avvisi.ts";
import { endpoint, testate } from "../../shared/runtime/wiring/nodo.ts";

export const servizio = soapService(paVerifyPaymentNotice, testate, async ({ richiesta, creditore, transactionId }) => {
  const { esito, pendenza } = await verify(richiesta, creditore, transactionId);
  return { esito, riferimento: pendenza && { idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza }, registrato: false };
});

export const handler = soapOperation(endpoint, [servizio]);
