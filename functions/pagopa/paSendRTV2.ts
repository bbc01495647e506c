/** paSendRTV2: the Node delivers a receipt (version 2). Answered OK as soon as it cannot be lost; the consumer of the queue does the rest. */
import { paSendRTV2 } from "../../shared/contracts/pagopa/primitive.ts";
import { ok } from "../../shared/domain/esito.ts";
import { soapService } from "../../shared/runtime/soap/servizio.ts";
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { accept, endpointRicevute } from "../../shared/runtime/wiring/accettazione-ricevute.ts";
import { testate } from "../../shared/runtime/wiring/nodo.ts";

export const servizio = soapService(paSendRTV2, testate, async ({ richiesta, principal, busta, codifica, ricevutaAlle, durata }) => {
  await accept({ primitiva: paSendRTV2.id, testata: richiesta, principal, busta, codifica, ricevutaAlle, durataMillisecondi: durata() });
  return { esito: ok(undefined), registrato: true };
});

export const handler = soapOperation(endpointRicevute, [servizio]);
