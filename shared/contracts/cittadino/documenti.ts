/** Portal API 1.0, operations 13 and 14 (reference 1.15): the notice of a debt and its receipt. Served by the functions of the API Pagamento. */
import { defineOperation } from "../operation.ts";
import * as avvisi from "../pagamento/avvisi.ts";
import * as ricevute from "../pagamento/ricevute.ts";
import { chiaveAvviso } from "../pendenze/modelli-comuni.ts";

const comune = { api: "cittadino", servitaDa: "pagamento", risorsa: "portale-cittadino", auth: ["cittadino", "anonimo"] } as const;

const { acl: _avviso, ...avviso } = avvisi.getAvviso;
export const getAvviso = defineOperation({
  ...avviso,
  ...comune,
  funzione: "getAvviso",
  path: "/pendenze/{idDominio}/{numeroAvviso}/avviso",
});

const { acl: _ricevuta, ...ricevuta } = ricevute.getRicevuta;
export const getRicevuta = defineOperation({
  ...ricevuta,
  ...comune,
  funzione: "getRicevuta",
  path: "/pendenze/{idDominio}/{numeroAvviso}/ricevuta",
  summary: "Ricevuta di una pendenza, in JSON o stampata (Accept: application/pdf)",
  description: "L'ultima con esito positivo. La vede chi vede la pendenza, e chi l'ha pagata anche se non è sua.",
  params: chiaveAvviso,
});
