/** The primitives of paForNode served to the Node (WSDL paForNode): names, elements, and the time the Node waits (7 s, 15 s for receipts; SANP, indicatori di qualità). */
import { definePrimitiva } from "../operation.ts";

const LIMITI_VERIFICA = { timeoutSeconds: 7, bodyKilobytes: 256, memoryMegabytes: 512 } as const;
const LIMITI_RICEVUTA = { timeoutSeconds: 15, bodyKilobytes: 4096, memoryMegabytes: 512 } as const;

export const paVerifyPaymentNotice = definePrimitiva({
  api: "pagopa",
  id: "paVerifyPaymentNotice",
  summary: "Verifica di un avviso di pagamento",
  elemento: "paVerifyPaymentNoticeReq",
  elementoRisposta: "paVerifyPaymentNoticeRes",
  // Writes what the creditor's own system tells of a notice that nobody loaded.
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  limiti: LIMITI_VERIFICA,
});

export const paGetPayment = definePrimitiva({
  api: "pagopa",
  id: "paGetPayment",
  summary: "Attivazione di un pagamento (versione 1)",
  elemento: "paGetPaymentReq",
  elementoRisposta: "paGetPaymentRes",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  limiti: LIMITI_VERIFICA,
});

export const paGetPaymentV2 = definePrimitiva({
  api: "pagopa",
  id: "paGetPaymentV2",
  summary: "Attivazione di un pagamento (versione 2)",
  elemento: "paGetPaymentV2Request",
  elementoRisposta: "paGetPaymentV2Response",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  limiti: LIMITI_VERIFICA,
});

export const paSendRT = definePrimitiva({
  api: "pagopa",
  id: "paSendRT",
  summary: "Consegna di una ricevuta (versione 1)",
  elemento: "paSendRTReq",
  elementoRisposta: "paSendRTRes",
  capacita: ["anagrafiche:read", "eventi:write", "coda:ricevute:send", "documenti:write"],
  limiti: LIMITI_RICEVUTA,
});

export const paSendRTV2 = definePrimitiva({
  api: "pagopa",
  id: "paSendRTV2",
  summary: "Consegna di una ricevuta (versione 2)",
  elemento: "paSendRTV2Request",
  elementoRisposta: "paSendRTV2Response",
  capacita: ["anagrafiche:read", "eventi:write", "coda:ricevute:send", "documenti:write"],
  limiti: LIMITI_RICEVUTA,
});

export const paDemandPaymentNotice = definePrimitiva({
  api: "pagopa",
  id: "paDemandPaymentNotice",
  summary: "Pagamento spontaneo presso un PSP: crea l'avviso di un servizio del catalogo",
  elemento: "paDemandPaymentNoticeRequest",
  elementoRisposta: "paDemandPaymentNoticeResponse",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  limiti: LIMITI_VERIFICA,
});

export const primitive = [paVerifyPaymentNotice, paGetPayment, paGetPaymentV2, paSendRT, paSendRTV2, paDemandPaymentNotice] as const;
