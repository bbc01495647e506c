/** The official Italian strings of the faults (SANP, error handling of the creditor's domain): constants of the protocol, shown by PSPs as they are. */
const nellaPosizione = (stato: string): string => `Pagamento in attesa risulta ${stato} all'Ente Creditore`;

export const FAULT_STRING = {
  PAA_SINTASSI_EXTRAXSD: "Errore di sintassi extra XSD",
  PAA_SINTASSI_XSD: "Errore di sintassi XSD",
  PAA_ID_DOMINIO_ERRATO: "La PAA non corrisponde al Dominio indicato",
  PAA_ID_INTERMEDIARIO_ERRATO: "Identificativo intermediario non corrispondente",
  PAA_STAZIONE_INT_ERRATA: "Stazione intermediario non corrispondente",
  PAA_PAGAMENTO_SCONOSCIUTO: nellaPosizione("sconosciuto"),
  PAA_PAGAMENTO_DUPLICATO: nellaPosizione("concluso"),
  PAA_PAGAMENTO_IN_CORSO: nellaPosizione("in corso"),
  PAA_PAGAMENTO_ANNULLATO: nellaPosizione("annullato"),
  PAA_PAGAMENTO_SCADUTO: nellaPosizione("scaduto"),
  // The code is listed per operation in the guide, its string is not: worded like its sibling PAA_RT_DUPLICATA.
  PAA_RECEIPT_DUPLICATA: "La ricevuta è già stata accettata",
  PAA_SEMANTICA: "Errore semantico",
  PAA_SYSTEM_ERROR: "Errore generico",
  PAA_ATTIVA_RPT_IMPORTO_NON_VALIDO: "L'importo del pagamento in attesa non è congruente con il dato indicato dal PSP",
  // Not of the guide: it is what GovPay answers (reference 4.3).
  PAA_PAGAMENTO_MULTIBENEFICIARIO_NON_CONSENTITO: "Il pagamento a più enti beneficiari non è consentito",
  PAA_RPT_SCONOSCIUTA: "La RPT risulta sconosciuta",
  PAA_RT_DUPLICATA: "La RT è già stata accettata",
  PAA_TIPOFIRMA_SCONOSCIUTO: "Il campo tipoFirma non corrisponde ad alcun valore previsto",
} as const;
