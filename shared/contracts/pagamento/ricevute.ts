/** Receipts as portals and citizens read them: those of a payment code, and each whole or printed (reference 1.5, rows 6 and 7). */
import * as z from "zod";
import { idDominio, idRicevuta, iuv } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { LINGUE_SECONDARIE } from "../pendenze/modelli-comuni.ts";
import { Ricevuta, RicevutaIndex } from "../riconciliazione/modelli.ts";

/** Outcomes of an attempt (reference 2.5); a receipt has one of two. */
const ESITI = ["IN_CORSO", "RIFIUTATO", "ESEGUITO", "NON_ESEGUITO", "ESEGUITO_PARZIALE", "DECORRENZA", "DECORRENZA_PARZIALE"] as const;

const portale = {
  api: "pagamento",
  method: "GET",
  risorsa: "ricevute-portale",
  auth: ["applicazione", "cittadino", "anonimo"],
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
} as const;

export const findRicevute = defineOperation({
  ...portale,
  id: "findRicevute",
  path: "/ricevute/{idDominio}/{iuv}",
  summary: "Ricevute di un codice di pagamento",
  description:
    "Vuoto se la pendenza non ha ricevute, o se il chiamante non la vede: le due cose non si distinguono. Di un avviso sconosciuto non c'è nulla.",
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  params: z.strictObject({ idDominio, iuv }),
  query: z.strictObject({ esito: z.exactOptional(z.enum(ESITI)) }),
  responses: { 200: z.strictObject({ numRisultati: z.number().int(), risultati: z.array(RicevutaIndex) }) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getRicevuta = defineOperation({
  ...portale,
  id: "getRicevuta",
  path: "/ricevute/{idDominio}/{iuv}/{idRicevuta}",
  summary: "Dettaglio di una ricevuta, in JSON o stampata (Accept: application/pdf)",
  description:
    "Risponde 200: il 201 del documento di GovPay è una svista. La stampa è anche nella lingua della pendenza, o in quella di linguaSecondaria; " +
    "linguaSecondaria=false stampa solo in italiano. Di un pagamento la cui ricevuta non è mai arrivata (esiti 8 e 9 dei flussi) si stampa l'attestazione, che lo dice: " +
    "idRicevuta è lo IUR del flusso, e in JSON non c'è nulla da dare (404).",
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read"],
  peso: "pdf",
  params: z.strictObject({ idDominio, iuv, idRicevuta }),
  query: z.strictObject({ linguaSecondaria: z.exactOptional(z.enum(LINGUE_SECONDARIE)) }),
  responses: { 200: { "application/json": Ricevuta, "application/pdf": BINARIO } },
  errors: ["NON_TROVATO"],
});
