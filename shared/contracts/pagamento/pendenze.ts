/** Debts as a portal reads them: same shapes as the API Pendenze, under the rights of the API Pagamento (reference 1.4, rows 5, 6, 12). */
import * as z from "zod";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as elenco from "../pendenze/elenco.ts";
import { PendenzaIndex, PendenzaIndexParziale } from "../pendenze/modelli-lettura.ts";
import * as pendenze from "../pendenze/pendenze.ts";

const portale = {
  api: "pagamento",
  auth: ["applicazione", "cittadino", "anonimo"],
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
} as const;

/** Here a collected debt is a paid one (reference 2.4.1). */
export const STATI_PENDENZA_PORTALE = ["ESEGUITA", "NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "SCADUTA", "ANOMALA"] as const;

export const filtriPortale = {
  stato: z.exactOptional(z.enum(STATI_PENDENZA_PORTALE)),
  iuv: z.exactOptional(z.string().min(1).max(35)),
} as const;

export const findPendenze = defineOperation({
  ...elenco.findPendenze,
  ...portale,
  description: `${elenco.DESCRIZIONE_ELENCO} Un cittadino elenca le proprie, chi non ha credenziali quelle create nella sua sessione.`,
  query: queryLista({ ...elenco.filtriPendenze, ...filtriPortale }),
  responses: { 200: listaPaginata(z.union([PendenzaIndex, PendenzaIndexParziale])) },
});

export const getPendenza = defineOperation({ ...pendenze.getPendenza, ...portale });

export const getPendenzaByAvviso = defineOperation({ ...pendenze.getPendenzaByAvviso, ...portale });
