/** Certificates and keys that the connection depends on, with the day on which each ends. */
import * as z from "zod";
import { listaPaginata, parametriPagina } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const TIPI = ["CERTIFICATO_SERVIZIO", "CERTIFICATO_NODO", "EMITTENTE_BOLLI", "SEGRETO"] as const;
const STATI = ["VALIDA", "IN_SCADENZA", "SCADUTA", "NON_VERIFICABILE", "SENZA_SCADENZA"] as const;

export const Scadenza = z
  .strictObject({
    tipo: z
      .enum(TIPI)
      .describe(
        "Certificato di un servizio chiamato o nostro, certificato client del Nodo, emittente fidato di marche da bollo, segreto di un connettore",
      ),
    oggetto: z.string(),
    stato: z.enum(STATI).describe("IN_SCADENZA: finisce entro 30 giorni"),
    scade: z.string().optional(),
    giorniRimanenti: z.number().int().optional(),
    usatoDa: z.array(z.string()),
    dettaglio: z.string().optional(),
    verificataAlle: z.string(),
  })
  .meta({ id: "Scadenza" });

export const findScadenze = defineOperation({
  api: "backoffice",
  id: "findScadenze",
  method: "GET",
  path: "/scadenze",
  risorsa: "scadenze",
  summary: "Certificati e chiavi della connessione a pagoPA, con la loro scadenza",
  description: "Estensione: ciò che ha visto l'ultimo controllo giornaliero (controllaScadenze), da quello che finisce prima.",
  auth: ["operatore"],
  acl: { servizi: ["Anagrafica PagoPA"], diritto: "R" },
  capacita: ["anagrafiche:read"],
  peso: "lettura",
  query: z.strictObject({ ...parametriPagina, tipo: z.enum(TIPI).optional(), stato: z.enum(STATI).optional() }),
  responses: { 200: listaPaginata(Scadenza) },
  errors: ["PARAMETRO_NON_VALIDO"],
});
