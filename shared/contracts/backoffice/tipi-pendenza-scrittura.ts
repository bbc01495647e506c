/** What is written of a debt type (reference 2.12): forms, templates and reminders are kept as received, for the operations that use them. */
import * as z from "zod";
import { idA2A, testo } from "../comuni/campi.ts";
import { nullabili } from "./comuni.ts";
import { modalitaPagoPA } from "./modalita-pagopa.ts";
import { ServizioPagoPA } from "./servizi-pagopa.ts";
import { campiBase, definizione } from "./tipi-pendenza-lettura.ts";

/** Cells of a row of the outcome, for the templates that are executed (docs/tracciati.md). */
const celle = z.array(z.string()).min(1).max(500);
const trasformazione = z.strictObject({ tipo: testo(35), definizione });

const portale = <const S extends z.ZodRawShape, const A extends z.ZodRawShape>(impaginazione: S, altri: A) =>
  z.strictObject({
    abilitato: z.boolean(),
    ...altri,
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

export const tracciatoCsv = z.strictObject({
  tipo: testo(35),
  intestazione: z.string().min(1).max(10_000),
  richiesta: definizione,
  risposta: z.union([definizione, celle]),
});

const configurazione = {
  portaleBackoffice: portale({}, {}),
  portalePagamento: portale(
    { impaginazione: definizione.nullish() },
    { gruppo: testo(255).nullish().describe("Titolo sotto cui i portali raccolgono i tipi") },
  ),
  avvisaturaMail: z.strictObject({
    ...avvisatura({ allegaPdf: z.boolean().nullish() }),
    soloSeNonRaggiunto: z
      .boolean()
      .nullish()
      .describe("true = l'e-mail parte solo a chi App IO non raggiunge, o quando App IO non recapita"),
  }),
  visualizzazione: definizione,
  tracciatoCsv,
};
const appIO = avvisatura({});
const avvisaturaAppIO = z.strictObject(appIO);
const avvisaturaAppIODominio = z.strictObject({
  ...appIO,
  apiKey: testo(255).nullish().describe("Solo in scrittura; assente = resta quella registrata"),
});

export const TipoPendenzaPost = z
  .strictObject({ descrizione: testo(255), ...nullabili({ ...campiBase, ...configurazione, avvisaturaAppIO }) })
  .describe("pagaTerzi assente = false, abilitato assente = true")
  .meta({ id: "TipoPendenzaPost" });

export const TipoPendenzaDominioPost = z
  .strictObject(
    nullabili({ ...campiBase, modalitaPagoPA, servizioPagoPA: ServizioPagoPA, ...configurazione, avvisaturaAppIO: avvisaturaAppIODominio }),
  )
  .describe("Ogni campo assente o null è quello del tipo pendenza comune")
  .meta({ id: "TipoPendenzaDominioPost" });
