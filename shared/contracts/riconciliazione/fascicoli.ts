/** The money desk: payments that do not fit, what was decided about them, and what it means in the books. Not of GovPay, where they stay anomalies. */
import * as z from "zod";
import { giorno, idDominio, importo, iuv, Soggetto, testo } from "../comuni/campi.ts";
import { booleanoQuery, dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const comune = { api: "riconciliazione", risorsa: "fascicoli", auth: ["applicazione", "operatore"] } as const;
const lettura = { ...comune, acl: ACL_LETTURA_CONTABILE, capacita: ["anagrafiche:read", "archivio:read"], peso: "lettura" } as const;

/** As the state table of the domain (docs/states/fascicolo.md). */
export const STATI = ["APERTO", "IN_QUARANTENA", "ACCETTATO", "RIMBORSO_PROPOSTO", "RIMBORSO_AUTORIZZATO", "RIMBORSATO", "CHIUSO"] as const;
const MOTIVI = [
  "PAGAMENTO_DUPLICATO",
  "PAGATA_DOPO_ANNULLAMENTO",
  "IMPORTO_ECCEDENTE",
  "IMPORTO_INFERIORE",
  "VERSAMENTI_DIVERSI",
  "PENDENZA_SCONOSCIUTA",
] as const;

const id = z
  .string()
  .regex(/^[a-zA-Z0-9]{1,35}\.[RF]\.[A-Za-z0-9~_-]{1,300}$/, "atteso l'identificativo di un fascicolo, come lo dà l'elenco");
const params = z.strictObject({ idDominio, id });

const indice = {
  idDominio: z.string(),
  id: z.string(),
  motivo: z.enum(MOTIVI),
  descrizioneMotivo: z.string(),
  stato: z.enum(STATI),
  descrizioneStato: z.string(),
  iuv: z.string(),
  iur: z.string(),
  origine: z
    .enum(["RICEVUTA", "RENDICONTAZIONE"])
    .meta({ description: "Che cosa dice del pagamento: la ricevuta, o la riga di un flusso" }),
  importo: z.number(),
  importoDovuto: z.number(),
  eccedenza: z.number().meta({ description: "Arrivato oltre il dovuto; negativa quando manca qualcosa" }),
  dataPagamento: z.string(),
  idA2A: opz(z.string()),
  idPendenza: opz(z.string()),
  idTipoPendenza: opz(z.string()),
  idUnitaOperativa: opz(z.string()),
  dettaglio: z.string(),
  assegnatario: opz(z.string()),
  nota: opz(z.string()),
  rimborso: opz(
    z.strictObject({
      importo: z.number(),
      motivazione: z.string(),
      richiedente: z.string(),
      data: z.string(),
      idApprovazione: opz(z.string()),
      autorizzatoDa: opz(z.string()),
      mandato: opz(z.strictObject({ numero: z.string(), data: z.string() })),
    }),
  ),
  dataApertura: z.string(),
  dataUltimaVariazione: z.string(),
};

export const FascicoloIndex = z.strictObject(indice).meta({ id: "FascicoloIndex" });

const QuotaMossa = z.strictObject({
  movimento: z.enum(["STORNO", "ACCERTAMENTO", "PARTITA_DI_GIRO"]),
  importo: z.number(),
  idVocePendenza: opz(z.string()),
  capitolo: opz(z.string()),
  annoEsercizio: opz(z.number().int()),
  accertamento: opz(z.string()),
  titolo: opz(z.string()),
  tipologia: opz(z.string()),
  categoria: opz(z.string()),
  articolo: opz(z.string()),
});

export const Fascicolo = z
  .strictObject({
    ...indice,
    numeroAvviso: opz(z.string()),
    causale: opz(z.string()),
    debitore: opz(Soggetto),
    versante: opz(Soggetto),
    psp: opz(z.strictObject({ idPsp: z.string(), denominazione: z.string() })),
    effettoContabile: z
      .strictObject({
        documento: z.enum(["MANDATO", "REVERSALE", "NESSUNO"]),
        importo: z.number(),
        causale: z.string(),
        quote: z.array(QuotaMossa),
      })
      .meta({ description: "Proposta: il documento da emettere e le quote che muove, al centesimo" }),
    storia: z.array(z.strictObject({ data: z.string(), autore: z.string(), evento: z.string(), motivazione: opz(z.string()) })),
  })
  .meta({ id: "Fascicolo" });

export const findFascicoli = defineOperation({
  ...lettura,
  id: "findFascicoli",
  method: "GET",
  path: "/fascicoli",
  summary: "Elenco dei pagamenti su cui c'è da decidere, in JSON o in CSV (Accept: text/csv, la pagina chiesta)",
  description:
    "Pagati due volte, dopo l'annullamento, di più, di meno, per un avviso sconosciuto. dataDa e dataA si riferiscono a quando il fascicolo si è aperto.",
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    idDominio: opz(idDominio),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    daLavorare: booleanoQuery.default(false),
    stato: opz(z.enum(STATI)),
    motivo: opz(z.enum(MOTIVI)),
    assegnatario: opz(testo(255)),
    iuv: opz(iuv),
  }),
  responses: { 200: { "application/json": listaPaginata(FascicoloIndex).meta({ id: "Fascicoli" }), "text/csv": BINARIO } },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getFascicolo = defineOperation({
  ...lettura,
  id: "getFascicolo",
  method: "GET",
  path: "/fascicoli/{idDominio}/{id}",
  summary: "Un fascicolo, con chi ha pagato, l'effetto contabile e le decisioni; o il solo effetto contabile in CSV (Accept: text/csv)",
  datiPersonali: true,
  params,
  responses: { 200: { "application/json": Fascicolo, "text/csv": BINARIO } },
  errors: ["NON_TROVATO"],
});

export const getLettera = defineOperation({
  ...lettura,
  id: "getLettera",
  method: "GET",
  path: "/fascicoli/{idDominio}/{id}/lettera",
  summary: "La lettera a chi ha pagato: che cosa è successo e che cosa si è deciso",
  peso: "pdf",
  limiti: { memoryMegabytes: 512 },
  datiPersonali: true,
  params,
  responses: { 200: { "application/pdf": BINARIO } },
  errors: ["NON_TROVATO", "NON_PROCESSABILE"],
});

const motivazione = testo(255);
export const AzioneFascicolo = z
  .discriminatedUnion("azione", [
    z.strictObject({
      azione: z.enum(["ACCETTA", "ACCANTONA", "AUTORIZZA_RIMBORSO", "RIFIUTA_RIMBORSO", "CHIUDI", "RIAPRI"]),
      motivazione,
    }),
    z.strictObject({
      azione: z.literal("PROPONI_RIMBORSO"),
      motivazione,
      importo: opz(importo.meta({ description: "Assente = tutto ciò che eccede il dovuto" })),
    }),
    z.strictObject({
      azione: z.literal("REGISTRA_RIMBORSO"),
      motivazione,
      mandato: z.strictObject({ numero: testo(35), data: giorno }),
    }),
    z.strictObject({ azione: z.literal("ASSEGNA"), assegnatario: testo(255).nullable() }),
    z.strictObject({ azione: z.literal("ANNOTA"), nota: testo(1000) }),
  ])
  .meta({ id: "AzioneFascicolo" });

export const updateFascicolo = defineOperation({
  ...comune,
  id: "updateFascicolo",
  method: "PATCH",
  path: "/fascicoli/{idDominio}/{id}",
  summary: "Decide di un fascicolo: accetta, mette da parte, propone o registra un rimborso, chiude, riapre",
  description:
    "Un rimborso non supera ciò che è arrivato oltre il dovuto. Dove l'ente vuole due persone (instradamenti, secondaPersonaPerRimborsi) la proposta aspetta una decisione tra le approvazioni " +
    "del Backoffice. Emesso il mandato il fascicolo non si riapre. La pendenza resta com'è: il suo stato si sistema con risolviAnomalia del Backoffice. Con If-Match chi arriva secondo riceve 412.",
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 16 },
  params,
  body: AzioneFascicolo,
  responses: { 200: FascicoloIndex },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});
