/** Services 4, 5, 7, 8 and 10: one notice with its amount of today, the start and the outcome of a payment, documents. Served by the functions of the API Pagamento. */
import * as z from "zod";
import { defineOperation } from "../operation.ts";
import * as avvisi from "../pagamento/avvisi.ts";
import * as avvio from "../pagamento/nuovo-pagamento.ts";
import * as pagamenti from "../pagamento/pagamenti.ts";
import * as ricevute from "../pagamento/ricevute.ts";
import { chiaveAvviso } from "../pendenze/modelli-comuni.ts";
import { AvvisoPortale, CercaAvviso } from "./modelli.ts";

const comune = { api: "portale", servitaDa: "pagamento", risorsa: "front-end" } as const;

export const findAvviso = defineOperation({
  ...avvisi.getAvviso,
  ...comune,
  id: "findAvviso",
  funzione: "getAvviso",
  method: "POST",
  path: "/avvisi/ricerca",
  summary: "Un pagamento atteso, dal numero dell'avviso e dal codice fiscale, con l'importo di oggi",
  description:
    "Oltre dataValidita l'ente è interrogato, e l'importo è il suo: è anche l'aggiornamento da fare prima di pagare. Senza nome né codice fiscale. Avviso " +
    "sconosciuto e codice fiscale sbagliato rispondono allo stesso modo.",
  params: z.strictObject({}),
  query: z.strictObject({}),
  body: CercaAvviso,
  responses: { 200: AvvisoPortale },
});

export const addPagamento = defineOperation({ ...avvio.addPagamento, ...comune, funzione: "addPagamento" });

export const getPagamento = defineOperation({ ...pagamenti.getPagamento, ...comune, funzione: "getPagamento" });

export const getAvviso = defineOperation({
  ...avvisi.getAvviso,
  ...comune,
  funzione: "getAvviso",
  path: "/documenti/{idDominio}/{numeroAvviso}/avviso",
  query: avvisi.getAvviso.query.omit({ idDebitore: true }),
});

export const getRicevuta = defineOperation({
  ...ricevute.getRicevuta,
  ...comune,
  funzione: "getRicevuta",
  path: "/documenti/{idDominio}/{numeroAvviso}/ricevuta",
  summary: "Ricevuta di un pagamento, in JSON o stampata (Accept: application/pdf)",
  params: chiaveAvviso,
});
