/** Dead letters: messages that no consumer could work, after every attempt. An extension: GovPay has rows of its database instead of queues. */
import * as z from "zod";
import { testo } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;
const SERVIZI = ["Configurazione e manutenzione"] as const;
const comune = { api: "backoffice", risorsa: "scarti", auth: ["operatore"] } as const;
const lettura = {
  ...comune,
  acl: { servizi: SERVIZI, diritto: "R" },
  capacita: ["anagrafiche:read", "scarti:read"],
  // The client of the queues.
  peso: "scrittura",
} as const;
const scrittura = {
  ...comune,
  acl: { servizi: SERVIZI, diritto: "W" },
  capacita: ["anagrafiche:read", "eventi:write", "documenti:write", "scarti:read", "scarti:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 4, timeoutSeconds: 29 },
} as const;

const coda = z.string().regex(/^[a-zA-Z]{1,64}$/, "attese da 1 a 64 lettere");
const idMessaggio = z.string().regex(/^[\w-]{1,100}$/, "attesi da 1 a 100 caratteri tra lettere, cifre, - e _");
const unoSolo = z.strictObject({ coda, idMessaggio });

export const ScartiCoda = z
  .strictObject({
    coda: z.string(),
    messaggi: z.number().int().meta({ description: "Approssimato, come lo dice SQS" }),
    inSospeso: z.number().int().meta({ description: "Letti da qualcuno in questo momento" }),
    riconsegnabile: z.boolean(),
    impatto: z.string(),
  })
  .meta({ id: "ScartiCoda" });

export const MessaggioScartato = z
  .strictObject({
    id: z.string(),
    inviatoAlle: z.string(),
    letture: z.number().int(),
    gruppo: opz(z.string().meta({ description: "Per conto di chi" })),
    contenuto: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .meta({ description: "I testi lunghi sono mascherati" }),
  })
  .meta({ id: "MessaggioScartato" });

export const findScarti = defineOperation({
  ...lettura,
  id: "findScarti",
  method: "GET",
  path: "/scarti",
  summary: "Quanti messaggi sono negli scarti di ogni coda",
  description: "Per chi opera su tutti i domini.",
  responses: { 200: z.strictObject({ risultati: z.array(ScartiCoda) }) },
  errors: [],
});

export const findMessaggiScartati = defineOperation({
  ...lettura,
  id: "findMessaggiScartati",
  method: "GET",
  path: "/scarti/{coda}",
  summary: "I messaggi negli scarti di una coda, senza toglierli",
  description: "Senza ordine, i primi che SQS dà: mentre si leggono sono nascosti per un momento agli altri, poi tornano visibili.",
  limiti: { timeoutSeconds: 29 },
  params: z.strictObject({ coda }),
  query: z.strictObject({ risultatiPerPagina: z.coerce.number().int().min(1).max(100).default(25) }),
  responses: { 200: z.strictObject({ risultati: z.array(MessaggioScartato) }) },
  errors: ["NON_TROVATO", "PARAMETRO_NON_VALIDO"],
});

export const riconsegnaScarti = defineOperation({
  ...scrittura,
  id: "riconsegnaScarti",
  method: "POST",
  path: "/scarti/{coda}/riconsegna",
  summary: "Riconsegna alla coda tutti i suoi scarti",
  description:
    "Lavora finché ha tempo; con altri=true va richiesta di nuovo. Un messaggio può arrivare due volte, mai andare perso: i consumatori sono idempotenti.",
  params: z.strictObject({ coda }),
  responses: { 200: z.strictObject({ riconsegnati: z.number().int(), altri: z.boolean() }) },
  errors: ["NON_TROVATO", "NON_PROCESSABILE"],
});

export const riconsegnaScarto = defineOperation({
  ...scrittura,
  id: "riconsegnaScarto",
  method: "POST",
  path: "/scarti/{coda}/{idMessaggio}/riconsegna",
  summary: "Riconsegna alla coda uno dei suoi scarti",
  params: unoSolo,
  responses: { 204: z.undefined() },
  errors: ["NON_TROVATO", "NON_PROCESSABILE"],
});

export const eliminaScarto = defineOperation({
  ...scrittura,
  id: "eliminaScarto",
  method: "POST",
  path: "/scarti/{coda}/{idMessaggio}/elimina",
  summary: "Elimina uno scarto, con il motivo",
  description: "Il messaggio resta intero nel giornale degli eventi, con chi l'ha eliminato e perché.",
  params: unoSolo,
  body: z.strictObject({ motivazione: testo(255) }).meta({ id: "EliminazioneScarto" }),
  responses: { 204: z.undefined() },
  errors: ["NON_TROVATO"],
});
