/** paaVerificaRPT: a PSP asks what an awaited payment is worth today (legacy family). */
import { paaVerificaRPT } from "../../shared/contracts/pagopa/primitive-storiche.ts";
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { servizioStorico } from "../../shared/runtime/storico/servizio.ts";
import { endpoint } from "../../shared/runtime/wiring/nodo.ts";
import { intestazioni } from "../../shared/runtime/wiring/storico.ts";
import { verify } from "../../shared/runtime/wiring/verifiche-rpt.ts";

export const servizio = servizioStorico(paaVerificaRPT, intestazioni, async ({ intestazione, creditore, scambio: { transactionId } }) => {
  const { esito, pendenza } = await verify({ intestazione, creditore, transactionId });
  return { esito, riferimento: pendenza && { idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza }, registrato: false };
});

export const handler = soapOperation(endpoint, [servizio]);
