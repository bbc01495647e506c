/** Debts and notices as a portal reads them: same shapes as the API Pendenze, under the rights of the API Pagamento (reference 1.4, rows 5, 6, 12, 13). */
import * as z from "zod";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as allegati from "../pendenze/allegati.ts";
import * as avvisi from "../pendenze/avvisi.ts";
import * as elenco from "../pendenze/elenco.ts";
import { PendenzaIndex, PendenzaIndexParziale } from "../pendenze/modelli-lettura.ts";
import * as pendenze from "../pendenze/pendenze.ts";

const portale = { api: "pagamento", acl: { servizi: ["API Pagamenti"], diritto: "R" } } as const;

/** Here a collected debt is a paid one (reference 2.4.1). */
const STATI_PENDENZA_PORTALE = ["ESEGUITA", "NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "SCADUTA", "ANOMALA"] as const;

export const findPendenze = defineOperation({
  ...elenco.findPendenze,
  ...portale,
  query: queryLista({
    ...elenco.filtriPendenze,
    stato: z.exactOptional(z.enum(STATI_PENDENZA_PORTALE)),
    iuv: z.exactOptional(z.string().min(1).max(35)),
  }),
  responses: { 200: listaPaginata(z.union([PendenzaIndex, PendenzaIndexParziale])) },
});

export const getPendenza = defineOperation({ ...pendenze.getPendenza, ...portale });

export const getPendenzaByAvviso = defineOperation({ ...pendenze.getPendenzaByAvviso, ...portale });

export const getAvviso = defineOperation({
  ...avvisi.getAvviso,
  ...portale,
  description: "Chi indica idDebitore o UUID ottiene l'avviso solo se corrispondono a quelli della pendenza.",
  query: avvisi.getAvviso.query.extend({
    idDebitore: z.exactOptional(z.string().min(1).max(16)),
    UUID: z.exactOptional(z.string().min(1).max(64)),
    gRecaptchaResponse: z.exactOptional(z.string()),
  }),
});

export const getAllegato = defineOperation({ ...allegati.getAllegato, ...portale });
