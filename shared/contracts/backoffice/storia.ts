/** The story of a debt for operators: whole, or as the helpdesk may read it. */
import * as z from "zod";
import { booleanoQuery, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as storia from "../pendenze/storia.ts";

export const getStoriaPendenza = defineOperation({
  datiPersonali: true,
  ...storia.getStoriaPendenza,
  api: "backoffice",
  description:
    `${storia.DESCRIZIONE_STORIA} Con vista=assistenza è quella che può leggere chi risponde al telefono: senza nomi, codici fiscali, indirizzi, testi liberi, ` +
    "né chi dell'ente ha agito; chi ha solo il diritto Assistenza ha sempre questa. " +
    "Con anomalie=true, per chi legge anche Rendicontazioni e Incassi, ci sono le anomalie dei suoi versamenti.",
  risorsa: "pendenze",
  auth: ["operatore"],
  acl: { servizi: ["Pendenze", "Assistenza"], diritto: "R" },
  query: queryLista({
    ...storia.queryStoria,
    vista: z.enum(["completa", "assistenza"]).default("completa"),
    anomalie: booleanoQuery.default(false),
  }),
});
