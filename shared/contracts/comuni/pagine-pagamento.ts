/** Payment pages (docs/form.md): what an office writes of one, and what everybody reads of it. */
import * as z from "zod";
import { giorno, idA2A, identificativo35, idTipoPendenza, importo, testo } from "./campi.ts";

const opz = z.exactOptional;

export const idPagina = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,58})[a-z0-9]$/, "attesi da 3 a 60 caratteri: lettere minuscole, cifre, trattini");

const lingua = z.enum(["it", "en", "de", "fr", "sl"]);
export const linguaPagina = lingua;
export const TestiPagina = z
  .partialRecord(lingua, testo(1_000))
  .meta({ id: "TestiPagina", description: "Un testo per lingua; l'italiano c'è sempre" });
const testi = TestiPagina.refine((valore) => valore.it !== undefined, "it: obbligatorio");

export const importoPagina = z.discriminatedUnion("tipo", [
  z.strictObject({ tipo: z.literal("FISSO"), importo }),
  z.strictObject({ tipo: z.literal("LIBERO"), minimo: importo, massimo: importo }),
]);

const nomeCampo = z.string().regex(/^[A-Za-z]\w{0,34}$/, "attesi da 1 a 35 caratteri: lettere, cifre, _");
export const campoPagina = z.strictObject({
  nome: nomeCampo,
  etichetta: testi,
  obbligatorio: z.boolean().default(false),
  lunghezzaMassima: z.number().int().min(1).max(200).default(70),
});

export const informativaPagina = z.strictObject({
  versione: z.string().regex(/^[\w.-]{1,35}$/, "attesi da 1 a 35 caratteri"),
  testo: testi,
  url: opz(z.url({ protocol: /^https$/, error: "atteso un indirizzo https" }).max(500)),
  obbligatoria: z.boolean().default(true),
});

/** An origin and nothing else: it goes into the policy of the document as it is. */
const origineSito = z
  .string()
  .regex(/^https:\/\/(?=.{1,253}(?::\d|$))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?$/, {
    error: "atteso un sito https, senza percorso e in minuscolo: https://www.example.it",
  });

export const PaginaPagamentoPost = z
  .strictObject({
    idTipoPendenza,
    idA2A,
    codEntrata: identificativo35,
    abilitata: z.boolean().default(true),
    titolo: testi,
    descrizione: opz(testi),
    causale: testo(100),
    importo: importoPagina,
    campi: z.array(campoPagina).max(10).default([]),
    informativa: opz(informativaPagina),
    dal: opz(giorno),
    al: opz(giorno),
    giorniPerPagare: z.number().int().min(1).max(60).default(3),
    pagamentiMassimi: opz(z.number().int().min(1).max(1_000_000)),
    totaleMassimo: opz(importo),
    incorporabileDa: opz(z.array(origineSito).min(1).max(10, "al massimo 10 siti")).meta({
      description: "Siti nelle cui pagine può stare dentro un riquadro (iframe); assente = nessuno",
    }),
    urlRitorno: z.url({ protocol: /^https?$/, error: "atteso un indirizzo https assoluto" }).max(2_000),
  })
  .superRefine(({ importo: regola, campi, dal, al }, contesto) => {
    if (regola.tipo === "LIBERO" && regola.minimo > regola.massimo)
      contesto.addIssue({ code: "custom", path: ["importo", "minimo"], message: "supera massimo" });
    if (new Set(campi.map(({ nome }) => nome)).size !== campi.length)
      contesto.addIssue({ code: "custom", path: ["campi"], message: "i nomi si ripetono" });
    if (dal !== undefined && al !== undefined && dal > al) contesto.addIssue({ code: "custom", path: ["al"], message: "precede dal" });
  })
  .meta({ id: "PaginaPagamentoPost" });

export const STATI_PAGINA = ["APERTA", "SOSPESA", "NON_ANCORA_APERTA", "CHIUSA"] as const;
export const rispostePagina = z.record(nomeCampo, z.string().max(200));
export const codiceFiscalePagina = z
  .string()
  .regex(/^(?:[A-Za-z0-9]{16}|\d{11})$/, "atteso un codice fiscale di 16 caratteri o una partita IVA di 11 cifre")
  .transform((valore) => valore.toUpperCase());
