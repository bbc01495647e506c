/** Several receipts in one document, for the application of the debts. Served by the function that prints one. */
import { defineOperation } from "../operation.ts";
import * as pagamento from "../pagamento/stampa-ricevute.ts";

export const getStampaRicevute = defineOperation({
  ...pagamento.getStampaRicevute,
  api: "pendenze",
  servitaDa: "pendenze",
  funzione: "getRt",
  risorsa: "stampe",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
});
