/** paDemandPaymentNotice: a PSP asks for a notice to pay a service of the catalogue. */
import { paDemandPaymentNotice } from "../../shared/contracts/pagopa/primitive.ts";
import { soapService } from "../../shared/runtime/soap/servizio.ts";
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { endpoint, testate } from "../../shared/runtime/wiring/nodo.ts";
import { demand } from "../../shared/runtime/wiring/spontanei.ts";

export const servizio = soapService(paDemandPaymentNotice, testate, async ({ richiesta, creditore, transactionId }) => {
  const { esito, pendenza } = await demand(richiesta, creditore, transactionId);
  return {
    esito,
    riferimento: pendenza && { idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza, iuv: pendenza.iuv },
    registrato: false,
  };
});

export const handler = soapOperation(endpoint, [servizio]);
