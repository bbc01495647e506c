/** The history of a debt: an operation of ours, GovPay has none (its users ask for it, reference 8). */
import * as z from "zod";
import { idA2A, idPendenza } from "../comuni/campi.ts";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const CampoVariato = z
  .strictObject({
    campo: z.string().meta({ description: "Nome del campo; per una voce, voci.{indice}.{campo}" }),
    prima: z.unknown().optional().meta({ description: "Assente se il campo non c'era" }),
    dopo: z.unknown().optional().meta({ description: "Assente se il campo non c'è più; per note e segnalazioni, solo quelle aggiunte" }),
  })
  .meta({ id: "CampoVariato" });

export const VoceStoria = z
  .strictObject({
    data: z.string().meta({ description: "Data e ora, Europe/Rome" }),
    autore: z.string().meta({ description: "Principal di chi ha chiesto la variazione; pagoPA per le ricevute" }),
    evento: z
      .string()
      .meta({ description: "creata, aggiornata, annullata, ripristinata, riattivata, modificata, paga, pagaAnomala, incassa..." }),
    campi: z.array(CampoVariato),
  })
  .meta({ id: "VoceStoria" });

export const getStoriaPendenza = defineOperation({
  api: "pendenze",
  id: "getStoriaPendenza",
  method: "GET",
  path: "/pendenze/{idA2A}/{idPendenza}/storia",
  summary: "Storia di una pendenza: chi l'ha cambiata, quando e in quali campi",
  description: "In ordine di tempo. Gli importi sono in euro. Una richiesta che non cambia nulla non lascia traccia nella storia.",
  risorsa: "pendenze",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  params: z.strictObject({ idA2A, idPendenza }),
  query: queryLista({
    ordinamento: z
      .string()
      .regex(/^[+\- ]?data$/, "è ammesso solo data, preceduto da + o -")
      .default("+data"),
  }),
  responses: { 200: listaPaginata(VoceStoria).meta({ id: "StoriaPendenza" }) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});
