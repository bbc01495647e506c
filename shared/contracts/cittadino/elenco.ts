/** Portal API 1.0, operation 11 (reference 1.15): the debts of the citizen to a creditor. Apart from the detail, which the list must not carry. */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/pendenze.ts";
import { PendenzaIndex } from "../pendenze/modelli-lettura.ts";

const comune = { api: "cittadino", servitaDa: "pagamento", risorsa: "portale-cittadino" } as const;

export const PendenzaCittadinoIndex = PendenzaIndex.omit({ rpp: true }).meta({ id: "PendenzaCittadinoIndex" });

const { acl: _elenco, ...elenco } = v2.findPendenze;
export const findPendenze = defineOperation({
  ...elenco,
  ...comune,
  auth: ["cittadino"],
  funzione: "findPendenze",
  path: "/pendenze/{idDominio}",
  summary: "Pendenze del cittadino verso un ente",
  description: "Le proprie, o quelle dell'azienda per cui agisce. Le spontanee non ancora pagate non compaiono.",
  params: z.strictObject({ idDominio }),
  query: queryLista({ stato: v2.filtriPortale.stato, ordinamento: ordinamentoPer("dataCaricamento") }),
  responses: { 200: listaPaginata(PendenzaCittadinoIndex) },
});
