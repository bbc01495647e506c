/** What is kept of a citizen, and what the law lets go (docs/privacy.md): not of GovPay. The tax code travels in the body, so that no log of addresses has it. */
import * as z from "zod";
import { defineOperation } from "../operation.ts";

export const MOTIVI_CONSERVAZIONE = [
  ...(["DA_PAGARE", "DA_CHIARIRE", "RECUPERO_APERTO", "NON_RICONCILIATA", "NOTIFICA_IN_CORSO"] as const),
  ...(["ARCHIVIO_PAGOPA", "OBBLIGO_CONTABILE", "ANNULLATA_RECENTE", "CREDITO_NON_PRESCRITTO"] as const),
] as const;

const richiesta = {
  codiceFiscale: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{11,16}$/, "atteso un codice fiscale o una partita IVA, da 11 a 16 lettere e cifre"),
  prosegui: z.string().max(1000).optional().describe("`prosegue` della risposta precedente"),
};

const Conservazione = z
  .strictObject({
    esito: z.enum(["ANONIMIZZATA", "ANONIMIZZABILE", "CONSERVATA"]),
    motivo: z.enum(MOTIVI_CONSERVAZIONE).optional(),
    descrizione: z.string().optional(),
    finoAl: z.iso.date().optional().describe("Giorno oltre il quale si può anonimizzare; assente = dipende da qualcuno"),
  })
  .meta({ id: "ConservazioneDati" });

const elementi = z.array(z.record(z.string(), z.unknown()));

const DatiCittadino = z
  .strictObject({
    prodottoAlle: z.string(),
    posizioni: z.array(
      z.strictObject({
        pendenza: z.record(z.string(), z.unknown()),
        ...{ tentativi: elementi, ricevute: elementi, riscossioni: elementi, notifiche: elementi, recuperi: elementi, storia: elementi },
        eventi: elementi.describe("Il giornale del codice di pagamento, senza i messaggi: al più 200, i più recenti"),
        conservazione: Conservazione,
      }),
    ),
    letture: elementi.describe("Chi ha cercato o esportato i dati del cittadino senza nominare una pendenza"),
    prosegue: z.string().optional().describe("Ci sono altre posizioni: si chiedono con `prosegui`"),
  })
  .meta({ id: "DatiCittadino" });

const comuni = {
  api: "backoffice",
  method: "POST",
  risorsa: "cittadini",
  auth: ["operatore"],
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:read", "eventi:write"],
  peso: "scrittura",
  limiti: { timeoutSeconds: 29, memoryMegabytes: 1024, bodyKilobytes: 4 },
} as const;

export const getDatiCittadino = defineOperation({
  ...comuni,
  id: "getDatiCittadino",
  path: "/cittadini/dati",
  summary: "Tutti i dati di un cittadino, con chi li ha letti (art. 15 GDPR)",
  description: "Le pendenze di cui è debitore, intere, a tratti di 50. La richiesta resta nel giornale prima della risposta.",
  acl: { servizi: ["Dati Personali"], diritto: "R" },
  body: z.strictObject(richiesta).meta({ id: "RichiestaDatiCittadino" }),
  responses: { 200: DatiCittadino },
  errors: [],
});

export const cancellaDatiCittadino = defineOperation({
  ...comuni,
  id: "cancellaDatiCittadino",
  path: "/cittadini/cancellazione",
  summary: "Cancella i dati di un cittadino, per quanto la legge consente (art. 17 GDPR)",
  description: "Senza `conferma` dice soltanto che cosa si anonimizzerebbe, che cosa resta, perché e fino a quando.",
  acl: { servizi: ["Dati Personali"], diritto: "W" },
  body: z.strictObject({ ...richiesta, conferma: z.boolean().default(false) }).meta({ id: "RichiestaCancellazione" }),
  responses: {
    200: z
      .strictObject({
        esiti: z.array(
          z.strictObject({
            ...{ idDominio: z.string(), iuv: z.string(), idA2A: z.string(), idPendenza: z.string(), stato: z.string() },
            conservazione: Conservazione,
          }),
        ),
        prosegue: z.string().optional(),
      })
      .meta({ id: "EsitoCancellazione" }),
  },
  errors: [],
});
