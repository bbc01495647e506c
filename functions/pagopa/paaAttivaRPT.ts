/** paaAttivaRPT: a PSP begins a payment with a context of its own; the RPT leaves later, by itself (legacy family). */
import { paaAttivaRPT } from "../../shared/contracts/pagopa/primitive-storiche.ts";
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { servizioStorico } from "../../shared/runtime/storico/servizio.ts";
import { activate } from "../../shared/runtime/wiring/attivazioni-rpt.ts";
import { endpoint } from "../../shared/runtime/wiring/nodo.ts";
import { intestazioni } from "../../shared/runtime/wiring/storico.ts";
import { riferimentiDi } from "../../shared/usecases/pagamenti/activate-pagamento.ts";

export const servizio = servizioStorico(paaAttivaRPT, intestazioni, async ({ intestazione, corpo, creditore, scambio, evento }) => {
  const richiesta = { intestazione, corpo, creditore, transactionId: scambio.transactionId };
  const { esito, pendenza } = await activate(richiesta, (dati, tentativo) => evento(dati, riferimentiDi(tentativo)));
  // A refusal is written by the endpoint, a success in the transaction of the attempt.
  return { esito, riferimento: pendenza && { idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza }, registrato: esito.ok };
});

export const handler = soapOperation(endpoint, [servizio]);
