/** Several receipts in one document, for who assists a citizen at the counter. Served by the function that prints one; /ricevute is the list of receipts. */
import { defineOperation } from "../operation.ts";
import * as pagamento from "../pagamento/stampa-ricevute.ts";

export const getStampaRicevute = defineOperation({
  ...pagamento.getStampaRicevute,
  api: "backoffice",
  servitaDa: "backoffice",
  funzione: "getRt",
  path: "/stampe/ricevute",
  risorsa: "rpp",
  auth: ["operatore"],
  acl: { servizi: ["Pendenze"], diritto: "R" },
  datiPersonali: true,
});
