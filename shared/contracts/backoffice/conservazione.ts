/** How long a creditor keeps the data of citizens (docs/privacy.md): not of GovPay, which never forgets. */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { MOTIVI_CONSERVAZIONE } from "./cittadini.ts";

const MESI_MASSIMI = 480;
const mesi = (minimo: number, descrizione: string) => z.number().int().min(minimo).max(MESI_MASSIMI).describe(`Mesi ${descrizione}`);

const campi = {
  pagateMesi: mesi(24, "dal pagamento; mai meno di 24, come gli originali di pagoPA. La legge ne chiede 120 per le scritture contabili"),
  annullateMesi: mesi(1, "dall'annullamento"),
  scaduteMesi: mesi(12, "dalla scadenza, per le pendenze mai pagate"),
};

const RegoleConservazionePost = z.strictObject(campi).meta({ id: "RegoleConservazionePost" });
const RegoleConservazione = z.strictObject({ ...campi, operatore: z.string(), data: z.string() }).meta({ id: "RegoleConservazione" });

const StatoConservazione = z
  .strictObject({
    regole: RegoleConservazione.optional().describe("Assenti: nulla si anonimizza da sé"),
    ciclo: z
      .strictObject({
        mese: z.string(),
        stato: z.enum(["IN_CORSO", "FINITO"]),
        ...{ esaminate: z.number().int(), anonimizzate: z.number().int(), aggiornato: z.string() },
      })
      .optional(),
  })
  .meta({ id: "StatoConservazione" });

const comuni = { api: "backoffice", risorsa: "domini", auth: ["operatore"], params: z.strictObject({ idDominio }) } as const;
const lettura = {
  ...comuni,
  method: "GET",
  acl: { servizi: ["Anagrafica Creditore"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;

export const getConservazione = defineOperation({
  ...lettura,
  id: "getConservazione",
  path: "/domini/{idDominio}/conservazione",
  summary: "Regole di conservazione dei dati personali di un dominio, e a che punto è il ciclo del mese",
  responses: { 200: StatoConservazione },
  errors: ["NON_TROVATO"],
});

export const updateConservazione = defineOperation({
  ...comuni,
  id: "updateConservazione",
  method: "PUT",
  path: "/domini/{idDominio}/conservazione",
  summary: "Stabilisce per quanto un dominio conserva i dati personali: poi ogni mese sono anonimizzati",
  acl: { servizi: ["Anagrafica Creditore"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  body: RegoleConservazionePost,
  responses: { 200: RegoleConservazione },
  errors: ["NON_TROVATO", "CONFLITTO"],
});

const mesiQuery = (schema: z.ZodNumber) => z.coerce.number().pipe(schema).optional();

export const getAnteprimaConservazione = defineOperation({
  ...lettura,
  id: "getAnteprimaConservazione",
  path: "/domini/{idDominio}/conservazione/anteprima",
  summary: "Che cosa si anonimizzerebbe, con le regole della richiesta, con quelle registrate o con i tempi di legge: nulla è modificato",
  description:
    "Esamina 200 pendenze per chiamata, dalla più vecchia; `prosegue` dà le successive. Le regole di prova si danno tutte e tre o nessuna.",
  // It decides as the job does, over the same archive.
  peso: "scrittura",
  limiti: { timeoutSeconds: 29 },
  query: z
    .strictObject({
      pagateMesi: mesiQuery(campi.pagateMesi),
      annullateMesi: mesiQuery(campi.annullateMesi),
      scaduteMesi: mesiQuery(campi.scaduteMesi),
      prosegui: z.string().max(1000).optional(),
    })
    .superRefine((query, contesto) => {
      const date = [query.pagateMesi, query.annullateMesi, query.scaduteMesi].filter((valore) => valore !== undefined).length;
      if (date !== 0 && date !== 3)
        contesto.addIssue({ code: "custom", path: ["pagateMesi"], message: "pagateMesi, annullateMesi e scaduteMesi si danno insieme" });
    }),
  responses: {
    200: z
      .strictObject({
        ...{ esaminate: z.number().int(), anonimizzabili: z.number().int() },
        conservate: z.array(z.strictObject({ motivo: z.enum(MOTIVI_CONSERVAZIONE), descrizione: z.string(), numero: z.number().int() })),
        prosegue: z.string().optional(),
      })
      .meta({ id: "AnteprimaConservazione" }),
  },
  errors: ["NON_TROVATO"],
});
