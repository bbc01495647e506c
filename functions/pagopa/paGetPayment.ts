/** paGetPayment: a PSP starts a payment (version 1, without stamps). */
import { paGetPayment } from "../../shared/contracts/pagopa/primitive.ts";
import { soapService } from "../../shared/runtime/soap/servizio.ts";
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { attivazioni } from "../../shared/runtime/wiring/attivazioni.ts";
import { endpoint, testate } from "../../shared/runtime/wiring/nodo.ts";
import { activatePagamentoV1, riferimentiDi } from "../../shared/usecases/pagamenti/activate-pagamento.ts";

const activate = activatePagamentoV1(attivazioni);

export const servizio = soapService(paGetPayment, testate, async ({ richiesta, creditore, transactionId, evento }) => {
  const { esito, pendenza } = await activate(richiesta, creditore, transactionId, (dati, tentativo) =>
    evento(dati, riferimentiDi(tentativo)),
  );
  return { esito, riferimento: pendenza && { idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza }, registrato: true };
});

export const handler = soapOperation(endpoint, [servizio]);
