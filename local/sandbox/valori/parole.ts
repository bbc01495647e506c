/** The words of the pages of the magic values, in the languages of the table. */
import type { LinguaProva } from "../../../shared/domain/prova/testi.ts";

const it = {
  titolo: "Valori magici",
  lead: "L'importo, il codice fiscale del debitore o la casella di posta decidono che cosa accade: chi integra provoca ogni esito con il solo valore. Valgono per ogni pendenza di questa macchina, comunque sia caricata.",
  precedenza:
    "L'importo è quello dell'intero avviso, e conta prima del codice fiscale. Dove il codice fiscale manca, chi agisce non conosce ancora il debitore.",
  valore: "Valore",
  accade: "Che cosa accade",
  importo: "importo",
  codiceFiscale: "codice fiscale",
  posta: "posta",
  prova: "Prova",
  altraLingua: "Read in English",
  tabella: "Lo stesso elenco, per i programmi, è in",
  tutti: "Tutti i valori magici",
  avviso: "Avviso",
  debitore: "Debitore",
  stato: "Stato della pendenza",
  ignoto: "non disponibile",
  sportello: "Paga allo sportello",
  checkout: "Paga con Checkout",
  rendiconta: "Rendiconta i pagamenti",
  ultimo: "Ultimo esito",
  chiamate: "Le chiamate ricevute dal gestionale per questo debito",
  lettera: "La posta",
  telefoni: "I telefoni con App IO",
  orologio: "Ciò che accade più tardi si vede spostando l'orologio, dalla pagina della sandbox.",
} as const;

const en: Readonly<Record<keyof typeof it, string>> = {
  titolo: "Magic values",
  lead: "The amount, the debtor's tax code or the mailbox decide what happens: who integrates provokes each outcome with nothing but the value. They hold for every debt of this machine, however it was loaded.",
  precedenza:
    "The amount is that of the whole notice, and counts before the tax code. Where there is no tax code, whoever acts does not know the debtor yet.",
  valore: "Value",
  accade: "What happens",
  importo: "amount",
  codiceFiscale: "tax code",
  posta: "mailbox",
  prova: "Try",
  altraLingua: "Leggi in italiano",
  tabella: "The same list, for programs, is at",
  tutti: "All the magic values",
  avviso: "Notice",
  debitore: "Debtor",
  stato: "State of the debt",
  ignoto: "not available",
  sportello: "Pay at the desk",
  checkout: "Pay with Checkout",
  rendiconta: "Settle the payments",
  ultimo: "Last outcome",
  chiamate: "Calls received by the creditor's system for this debt",
  lettera: "The mailbox",
  telefoni: "The phones with App IO",
  orologio: "What happens later is seen by pushing the clock, from the page of the sandbox.",
};

export const PAROLE: Readonly<Record<LinguaProva, Readonly<Record<keyof typeof it, string>>>> = { it, en };
