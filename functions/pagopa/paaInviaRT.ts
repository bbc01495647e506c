/** paaInviaRT: the Node delivers a receipt of the legacy family. Stored before anything is answered; the consumer of the queue does the rest. */
import { paaInviaRT } from "../../shared/contracts/pagopa/primitive-storiche.ts";
import { ko, ok } from "../../shared/domain/esito.ts";
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { servizioStorico } from "../../shared/runtime/storico/servizio.ts";
import { endpointRicevute } from "../../shared/runtime/wiring/accettazione-ricevute.ts";
import { accept } from "../../shared/runtime/wiring/accettazione-rt.ts";
import { intestazioni } from "../../shared/runtime/wiring/storico.ts";

export const servizio = servizioStorico(paaInviaRT, intestazioni, async ({ intestazione, corpo: { rt }, scambio }) => {
  const { principal, busta, codifica, ricevutaAlle } = scambio;
  const { fault, inCoda } = await accept({
    ...{ intestazione, rt, principal, busta, codifica, ricevutaAlle },
    durataMillisecondi: scambio.durata(),
  });
  return { esito: fault ? ko(fault) : ok(undefined), registrato: inCoda };
});

export const handler = soapOperation(endpointRicevute, [servizio]);
