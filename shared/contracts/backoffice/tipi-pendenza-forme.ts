/** Shapes of a debt type (reference 2.12): forms, templates and reminders are kept as received, for the operations that use them. */
import * as z from "zod";
import { idA2A, idTipoPendenza, libero, testo } from "../comuni/campi.ts";
import { nullabili } from "./comuni.ts";

/** base64 text; the older clients send the object itself. */
const definizione = z.union([z.string().min(1), libero], { error: "attesa una stringa in base64 o un oggetto" });
/** Cells of a row of the outcome, for the templates that are executed (docs/tracciati.md). */
const celle = z.array(z.string()).min(1).max(500);
const trasformazione = z.strictObject({ tipo: testo(35), definizione });

const portale = <const S extends z.ZodRawShape>(impaginazione: S) =>
  z.strictObject({
    abilitato: z.boolean(),
    ...nullabili({
      form: z.strictObject({ tipo: testo(35), definizione, ...impaginazione }),
      validazione: definizione,
      trasformazione,
      inoltro: idA2A,
    }),
  });

const promemoria = <const S extends z.ZodRawShape>(altri: S) =>
  z.strictObject({ abilitato: z.boolean(), ...nullabili({ tipo: testo(35), oggetto: definizione, messaggio: definizione }), ...altri });

const avvisatura = <const S extends z.ZodRawShape>(allegato: S) =>
  nullabili({
    promemoriaAvviso: promemoria(allegato),
    promemoriaRicevuta: promemoria({ ...allegato, soloEseguiti: z.boolean().nullish() }),
    promemoriaScadenza: promemoria({ preavviso: z.number().int().min(0).nullish() }),
  });

const configurazione = {
  portaleBackoffice: portale({}),
  portalePagamento: portale({ impaginazione: definizione.nullish() }),
  avvisaturaMail: z.strictObject(avvisatura({ allegaPdf: z.boolean().nullish() })),
  visualizzazione: definizione,
  tracciatoCsv: z.strictObject({
    tipo: testo(35),
    intestazione: z.string().min(1),
    richiesta: definizione,
    risposta: z.union([definizione, celle]),
  }),
};
const appIO = avvisatura({});
const avvisaturaAppIO = z.strictObject(appIO);
const avvisaturaAppIODominio = z.strictObject({
  ...appIO,
  apiKey: testo(255).nullish().describe("Solo in scrittura; assente = resta quella registrata"),
});

/** In a read the stored configuration comes back as it was received. */
const configurazioneLetta = {
  portaleBackoffice: libero.optional(),
  portalePagamento: libero.optional(),
  avvisaturaMail: libero.optional(),
  avvisaturaAppIO: libero.optional(),
  visualizzazione: definizione.optional(),
  tracciatoCsv: libero.optional(),
};

const base = { codificaIUV: z.string().regex(/^\d{1,4}$/, "attese da 1 a 4 cifre"), pagaTerzi: z.boolean(), abilitato: z.boolean() };

export const TipoPendenzaPost = z
  .strictObject({ descrizione: testo(255), ...nullabili({ ...base, ...configurazione, avvisaturaAppIO }) })
  .describe("pagaTerzi assente = false, abilitato assente = true")
  .meta({ id: "TipoPendenzaPost" });

export const TipoPendenzaDominioPost = z
  .strictObject(nullabili({ ...base, ...configurazione, avvisaturaAppIO: avvisaturaAppIODominio }))
  .describe("Ogni campo assente o null è quello del tipo pendenza comune")
  .meta({ id: "TipoPendenzaDominioPost" });

const campiTipo = {
  idTipoPendenza,
  descrizione: z.string(),
  codificaIUV: base.codificaIUV.optional(),
  pagaTerzi: z.boolean(),
  abilitato: z.boolean(),
  ...configurazioneLetta,
};
export const TipoPendenza = z.strictObject(campiTipo).meta({ id: "TipoPendenza" });

export const TipoPendenzaDominio = z
  .strictObject({
    ...campiTipo,
    valori: z.strictObject({
      codificaIUV: base.codificaIUV.optional(),
      pagaTerzi: z.boolean().optional(),
      abilitato: z.boolean().optional(),
      ...configurazioneLetta,
    }),
  })
  .meta({ id: "TipoPendenzaDominio" });
