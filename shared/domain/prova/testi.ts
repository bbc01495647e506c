/** What each magic value does, in the words of who reads the table before trying it. */
import type { EsitoProva, FamigliaProva } from "./valori-magici.ts";

export const LINGUE_PROVA = ["it", "en"] as const;
export type LinguaProva = (typeof LINGUE_PROVA)[number];
type Testo = Readonly<Record<LinguaProva, string>>;

export const TESTI_FAMIGLIA: Readonly<Record<FamigliaProva, Testo>> = {
  pagamento: { it: "Il pagamento", en: "The payment" },
  checkout: { it: "Checkout", en: "Checkout" },
  ricevuta: { it: "La ricevuta", en: "The receipt" },
  rendicontazione: { it: "La rendicontazione e la cassa", en: "Settlement and treasury" },
  notifica: { it: "Le notifiche al gestionale", en: "Notifications to the creditor's system" },
  comunicazione: { it: "Le comunicazioni al cittadino", en: "Messages to the citizen" },
};

/** One sentence each: what happens, and what is left afterwards. */
export const TESTI_PROVA: Readonly<Record<EsitoProva, Testo>> = {
  PAGATO: {
    it: "Il pagamento riesce e la ricevuta arriva subito.",
    en: "The payment succeeds and the receipt arrives at once.",
  },
  RIFIUTATO: {
    it: "Il PSP rifiuta dopo l'attivazione: la pendenza resta da pagare.",
    en: "The PSP declines after the activation: the debt is still to be paid.",
  },
  IN_CORSO: {
    it: "Un altro PSP ha già attivato l'avviso: per 30 minuti il pagamento risulta in corso.",
    en: "Another PSP has already activated the notice: for 30 minutes the payment is in progress.",
  },
  IMPORTO_CAMBIATO: {
    it: "Il PSP attiva con un importo vecchio, di 50 centesimi in più; la stazione risponde con quello di adesso, e si paga quello.",
    en: "The PSP activates with an old amount, 50 cents more; the station answers with the present one, which is paid.",
  },
  STAND_IN: {
    it: "Risponde pagoPA al posto della stazione: la ricevuta arriva con standIn, senza attivazione.",
    en: "pagoPA answers in the station's stead: the receipt comes with standIn, without an activation.",
  },
  ANNULLATO: {
    it: "Chi paga annulla: il browser torna con esito di annullamento e la pendenza resta da pagare.",
    en: "The payer cancels: the browser returns with a cancelled outcome and the debt is still to be paid.",
  },
  ABBANDONATO: {
    it: "Chi paga chiude la pagina dopo l'attivazione: l'avviso resta in corso per 30 minuti, poi è di nuovo pagabile.",
    en: "The payer closes the page after the activation: the notice is in progress for 30 minutes, then payable again.",
  },
  MAI_TORNATO: {
    it: "Il pagamento riesce ma il browser non torna al portale: fa fede la ricevuta.",
    en: "The payment succeeds but the browser never returns to the portal: the receipt tells.",
  },
  PAGATO_ALTROVE: {
    it: "Mentre Checkout è aperto l'avviso è pagato allo sportello di un altro PSP: Checkout rifiuta il doppio pagamento.",
    en: "While Checkout is open the notice is paid at another PSP's desk: Checkout refuses the second payment.",
  },
  CARRELLO_RIFIUTATO: {
    it: "Checkout rifiuta il carrello con 422.",
    en: "Checkout refuses the cart with 422.",
  },
  CHECKOUT_GUASTO: {
    it: "Checkout risponde 502 alla creazione del carrello.",
    en: "Checkout answers 502 when the cart is created.",
  },
  RICEVUTA_TARDI: {
    it: "Il pagamento riesce, la ricevuta arriva dopo 10 minuti.",
    en: "The payment succeeds, the receipt arrives after 10 minutes.",
  },
  RICEVUTA_DOPPIA: {
    it: "La stessa ricevuta arriva due volte: la seconda non cambia nulla.",
    en: "The same receipt arrives twice: the second changes nothing.",
  },
  RICEVUTA_SMARRITA: {
    it: "La ricevuta non arriva mai: la recupera Fiorino da biz-events dopo la rendicontazione.",
    en: "The receipt never arrives: Fiorino recovers it from biz-events after the settlement.",
  },
  RICEVUTA_DIVERSA: {
    it: "La ricevuta porta 50 centesimi in meno di quanto dovuto.",
    en: "The receipt tells of 50 cents less than what was due.",
  },
  RICEVUTA_KO: {
    it: "La ricevuta arriva con esito KO: nulla è stato pagato.",
    en: "The receipt comes with outcome KO: nothing has been paid.",
  },
  FLUSSO_ASSENTE: {
    it: "Il denaro è accreditato, ma nessun flusso lo rendiconta.",
    en: "The money is credited, but no settlement flow tells of it.",
  },
  FLUSSO_DIVERSO: {
    it: "Il flusso rendiconta 50 centesimi in più di quanto riscosso; l'accredito è giusto.",
    en: "The flow reports 50 cents more than what was cashed; the credit transfer is right.",
  },
  ACCREDITO_ASSENTE: {
    it: "Il flusso è pubblicato, ma il bonifico non arriva al tesoriere.",
    en: "The flow is published, but its credit transfer never reaches the treasurer.",
  },
  ACCREDITO_INFERIORE: {
    it: "Il bonifico del flusso è di 50 centesimi in meno.",
    en: "The credit transfer of the flow is short by 50 cents.",
  },
  NOTIFICA_RIFIUTATA: {
    it: "Il gestionale risponde 500 a ogni notifica di questa pendenza.",
    en: "The creditor's system answers 500 to every notification of this debt.",
  },
  NOTIFICA_RIPRESA: {
    it: "Il gestionale risponde 503 le prime due volte, poi accetta.",
    en: "The creditor's system answers 503 the first two times, then accepts.",
  },
  NOTIFICA_LENTA: {
    it: "Il gestionale non risponde entro 20 secondi, quando nessuno attende più.",
    en: "The creditor's system does not answer within 20 seconds, when nobody waits any longer.",
  },
  APPIO_NON_ATTIVA: {
    it: "Il cittadino non usa App IO: il profilo non c'è (404) e nessun messaggio parte.",
    en: "The citizen does not use App IO: there is no profile (404) and no message is sent.",
  },
  APPIO_ESCLUSO: {
    it: "Il cittadino ha escluso il servizio: il profilo dice che non si può scrivere.",
    en: "The citizen has switched the service off: the profile says that it may not write.",
  },
  APPIO_LIMITE: {
    it: "App IO rifiuta il messaggio per troppe richieste (429) la prima volta, poi lo accetta.",
    en: "App IO refuses the message for too many requests (429) the first time, then takes it.",
  },
  POSTA_RESPINTA: {
    it: "La casella non esiste: il messaggio è respinto (550) e non si ritenta.",
    en: "The mailbox does not exist: the message bounces (550) and is not tried again.",
  },
  POSTA_PIENA: {
    it: "La casella è piena: il messaggio è respinto per ora (452) e si ritenta.",
    en: "The mailbox is full: the message is refused for now (452) and is tried again.",
  },
};
