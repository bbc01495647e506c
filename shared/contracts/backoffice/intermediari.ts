/** Intermediaries: who holds the connection to pagoPA on behalf of the creditors. */
import * as z from "zod";
import { idIntermediario, libero, password, principal, testo } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { facoltativi, filtroAbilitato, letturaSu, nullabili, parametriElenco, pem, scritturaSu } from "./comuni.ts";
import { Connettore, ConnettorePagoPa, ConnettorePagoPaPost, ConnettorePost } from "./connettori.ts";
import { StazioneIndex } from "./stazioni.ts";

const params = z.strictObject({ idIntermediario });

const connettori = <const S extends z.ZodType>(schema: S) => ({
  servizioPagoPaCheckout: schema,
  servizioPagoPaFR: schema,
  servizioPagoPaRecuperoRT: schema,
  servizioPagoPaACA: schema,
  servizioPagoPaGPD: schema,
  servizioPagoPaBackofficeEC: schema,
});

export const IntermediarioPost = z
  .strictObject({
    denominazione: testo(255),
    principalPagoPa: principal.describe("Chi si presenta con questo principal è il Nodo: soggetto del certificato client, o nome utente"),
    altriPrincipalPagoPa: z
      .array(principal)
      .max(4)
      .nullish()
      .describe("Estensione: accettati insieme a principalPagoPa, per esempio mentre il Nodo passa da un certificato al successivo"),
    certificatiPagoPa: z
      .array(pem)
      .max(4)
      .nullish()
      .describe("Estensione: certificati client del Nodo, in PEM, di cui sorvegliare la scadenza. Non servono a riconoscerlo"),
    passwordPagoPa: password
      .nullish()
      .describe(
        "Estensione, solo in scrittura: per le installazioni in cui il Nodo si presenta con HTTP Basic. Assente = resta quella registrata",
      ),
    servizioPagoPa: ConnettorePagoPaPost,
    ...nullabili({
      ...connettori(ConnettorePost),
      servizioFtp: libero.describe("Accettato e ignorato: nessun servizio pagoPA lo usa più"),
    }),
    abilitato: z.boolean().nullish().describe("Assente = true"),
  })
  .meta({ id: "IntermediarioPost" });

export const IntermediarioIndex = z
  .strictObject({ idIntermediario, denominazione: z.string(), abilitato: z.boolean() })
  .meta({ id: "IntermediarioIndex" });

export const Intermediario = z
  .strictObject({
    idIntermediario,
    denominazione: z.string(),
    principalPagoPa: z.string(),
    altriPrincipalPagoPa: z.array(z.string()).optional(),
    certificatiPagoPa: z.array(z.string()).optional(),
    passwordPagoPa: z.boolean().describe("Se al Nodo è stata assegnata una password"),
    servizioPagoPa: ConnettorePagoPa,
    ...facoltativi(connettori(Connettore)),
    abilitato: z.boolean(),
    stazioni: z.array(StazioneIndex),
  })
  .meta({ id: "Intermediario" });

export const addIntermediario = defineOperation({
  ...scritturaSu("Anagrafica PagoPA"),
  id: "addIntermediario",
  path: "/intermediari/{idIntermediario}",
  summary: "Aggiunge o aggiorna un intermediario",
  description:
    "I segreti dei connettori (password, headerValue, apiKey, clientSecret, subscriptionKey) non sono mai restituiti: chi rimanda quanto ha letto conserva quelli registrati, purché l'indirizzo non cambi. Più intermediari possono avere lo stesso principalPagoPa.",
  risorsa: "intermediari",
  params,
  body: IntermediarioPost,
  errors: ["PRINCIPAL_IN_USO", "CONFLITTO", "PRECONDIZIONE"],
});

export const getIntermediario = defineOperation({
  ...letturaSu("Anagrafica PagoPA"),
  id: "getIntermediario",
  path: "/intermediari/{idIntermediario}",
  summary: "Dettaglio di un intermediario, con le sue stazioni",
  risorsa: "intermediari",
  params,
  responses: { 200: Intermediario },
  errors: ["NON_TROVATO"],
});

export const findIntermediari = defineOperation({
  ...letturaSu("Anagrafica PagoPA"),
  id: "findIntermediari",
  path: "/intermediari",
  summary: "Elenco degli intermediari",
  risorsa: "intermediari",
  query: z.strictObject({
    ...parametriElenco(IntermediarioIndex, ["denominazione", "idIntermediario"], "denominazione"),
    ...filtroAbilitato,
  }),
  responses: { 200: listaPaginata(IntermediarioIndex.partial()) },
  errors: ["PARAMETRO_NON_VALIDO"],
});
