/**
 * The primitives of the legacy family served to the Node (PaPerNodoPagamentoPsp.wsdl and PaPerNodo.wsdl): live only for stations of version V1 and for payments
 * that pagoPA converts (pagopa.md 1.1). Revocation and refund (paaInviaRichiestaRevoca, paaInviaEsitoStorno) are dead since 2020 and are not served.
 */
import { definePrimitiva } from "../operation.ts";

export const paaVerificaRPT = definePrimitiva({
  api: "pagopa",
  id: "paaVerificaRPT",
  summary: "Verifica di un pagamento in attesa (famiglia storica)",
  servizio: "PagamentiTelematiciCCP",
  elemento: "paaVerificaRPT",
  elementoRisposta: "paaVerificaRPTRisposta",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  limiti: { timeoutSeconds: 7, bodyKilobytes: 256, memoryMegabytes: 512 },
});

export const paaAttivaRPT = definePrimitiva({
  api: "pagopa",
  id: "paaAttivaRPT",
  summary: "Attivazione di un pagamento presso il PSP (famiglia storica): la RPT parte dopo, da sola",
  servizio: "PagamentiTelematiciCCP",
  elemento: "paaAttivaRPT",
  elementoRisposta: "paaAttivaRPTRisposta",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  limiti: { timeoutSeconds: 7, bodyKilobytes: 256, memoryMegabytes: 512 },
});

export const paaInviaRT = definePrimitiva({
  api: "pagopa",
  id: "paaInviaRT",
  summary: "Consegna di una ricevuta telematica (famiglia storica)",
  servizio: "PagamentiTelematiciRT",
  elemento: "paaInviaRT",
  elementoRisposta: "paaInviaRTRisposta",
  // Reads the payment code to tell a receipt already taken and one that nobody asked for.
  capacita: ["anagrafiche:read", "archivio:read", "eventi:write", "coda:ricevute:send", "documenti:write"],
  limiti: { timeoutSeconds: 15, bodyKilobytes: 4096, memoryMegabytes: 512 },
});

export const primitiveStoriche = [paaVerificaRPT, paaAttivaRPT, paaInviaRT] as const;
