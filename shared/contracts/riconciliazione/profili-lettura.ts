/**
 * Mapping profiles of the tables that treasurers and banks send (CSV, XLS, XLSX): saved once per bank, tried on a file before anything is loaded. Not of GovPay,
 * that reads no treasurer's file.
 */
import * as z from "zod";
import { iban, idDominio, testo } from "../comuni/campi.ts";
import { listaPaginata, parametriPagina } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { FORMATI } from "./caricamenti.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const intero = z.number().int();

export const FORMATI_DATA = [
  "gg/mm/aaaa",
  "gg-mm-aaaa",
  "gg.mm.aaaa",
  "gg/mm/aa",
  "gg-mm-aa",
  "gg.mm.aa",
  "aaaa-mm-gg",
  "aaaa/mm/gg",
  "aaaammgg",
  "ggmmaaaa",
  "ggmmaa",
  "mm/gg/aaaa",
  "gg mmm aaaa",
  "gg-mmm-aa",
] as const;

const nomeProfilo = z.string().regex(/^[a-zA-Z0-9\-_]{1,35}$/, "ammessi da 1 a 35 caratteri tra lettere, cifre, - e _");
const COLONNE_MASSIME = 500;

const colonna = z.union([testo(120), intero.min(1).max(COLONNE_MASSIME)]).meta({
  id: "ColonnaTabella",
  description:
    "Nome nella testata, senza badare a maiuscole, accenti e punteggiatura (più nomi possibili separati da |), oppure posto da 1",
});
const segni = z.array(testo(20)).min(1).max(20);

const Colonne = z
  .strictObject({
    data: colonna.meta({ description: "Data contabile" }),
    dataValuta: opz(colonna),
    testo: z.array(colonna).min(1).max(6).meta({ description: "Causale: più colonne si uniscono con uno spazio" }),
    conto: opz(colonna),
    numeroSospeso: opz(colonna),
    esercizio: opz(colonna),
    numeroDocumento: opz(colonna),
    sct: opz(colonna),
    riferimentoBanca: opz(colonna),
    ordinante: opz(colonna),
    divisa: opz(colonna).meta({ description: "Le righe non in EUR sono scartate" }),
  })
  .meta({ id: "ColonneLettura" });

const Importo = z
  .discriminatedUnion("tipo", [
    z.strictObject({ tipo: z.literal("CON_SEGNO"), colonna }),
    z.strictObject({ tipo: z.literal("DARE_AVERE"), dare: colonna, avere: colonna }),
    z.strictObject({ tipo: z.literal("SEGNO_A_PARTE"), colonna, segno: colonna, entrata: segni, uscita: segni }),
  ])
  .meta({ id: "ImportoLettura" });

const soloPosti = (valore: unknown): boolean =>
  typeof valore === "object" &&
  valore !== null &&
  Object.entries(valore).every(([nome, v]) => nome === "tipo" || [v].flat().every((c) => typeof c === "number"));

export const RegoleLettura = z
  .strictObject({
    formato: z.enum(["POSTE", "BANCA"]).default("BANCA"),
    tipoFile: opz(z.enum(["CSV", "XLS", "XLSX"])).meta({ description: "Assente = qualunque tabella con queste colonne" }),
    codifica: opz(z.enum(["UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE"])).meta({ description: "Assente = riconosciuta dai byte" }),
    separatore: opz(z.enum([";", ",", "\t", "|"])).meta({ description: "Assente = riconosciuto dalle prime righe" }),
    virgolette: z.boolean().default(true),
    foglio: opz(testo(31)).meta({ description: "Assente = il primo foglio visibile" }),
    rigaTestata: opz(intero.min(0).max(1000)).meta({
      description: "Riga con i nomi delle colonne; 0 = non c'è; assente = la prima, tra le prime 60, che li contiene tutti",
    }),
    righeDaSaltare: intero.min(0).max(1000).default(0).meta({ description: "Prima dei movimenti, quando la testata non c'è" }),
    colonne: Colonne,
    importo: Importo,
    decimali: z.enum([",", "."]).default(","),
    centesimi: z.boolean().default(false).meta({ description: "Gli importi sono centesimi interi" }),
    formatiData: z.array(z.enum(FORMATI_DATA)).min(1).max(5).default(["gg/mm/aaaa"]),
    conto: opz(iban).meta({ description: "Di tutti i movimenti, se nessuna colonna lo dice; assente = quello scritto sopra la testata" }),
    righeDaIgnorare: z
      .array(z.strictObject({ colonna: opz(colonna), modo: z.enum(["INIZIA", "CONTIENE", "UGUALE"]), testo: testo(100) }))
      .max(30, "ammesse al massimo 30 righe da ignorare")
      .default([])
      .meta({
        description:
          "Senza colonna vale per le sole righe che non si leggono come movimenti; con la colonna per tutte, e il caricamento dice quante ne lascia fuori",
      }),
    totale: opz(testo(40)).meta({ description: "Inizio della riga con i totali del file: sono confrontati con le righe lette" }),
  })
  .refine(
    ({ rigaTestata, colonne, importo }) =>
      rigaTestata !== 0 || (soloPosti(colonne) && soloPosti({ ...importo, segno: 0, entrata: [], uscita: [] })),
    {
      error: "rigaTestata 0: senza testata le colonne si indicano con il posto, non con il nome",
      path: ["colonne"],
    },
  )
  .refine(({ importo }) => importo.tipo !== "SEGNO_A_PARTE" || importo.entrata.every((s) => !importo.uscita.includes(s)), {
    error: "lo stesso segno non può valere per entrata e per uscita",
    path: ["importo"],
  })
  .meta({ id: "RegoleLettura" });

const descritto = { descrizione: opz(testo(255)), abilitato: z.boolean().default(true), regole: RegoleLettura };

export const NuovoProfiloLettura = z.strictObject(descritto).meta({ id: "NuovoProfiloLettura" });

export const ProfiloLettura = z
  .strictObject({
    idDominio: z.string(),
    nome: z.string(),
    predefinito: z.boolean().meta({ description: "Del prodotto: non si può sovrascrivere" }),
    ...descritto,
  })
  .meta({ id: "ProfiloLettura" });

const comune = {
  api: "riconciliazione",
  risorsa: "profili-lettura",
  auth: ["applicazione", "operatore"],
} as const;
const lettura = { ...comune, acl: ACL_LETTURA_CONTABILE, peso: "lettura", capacita: ["anagrafiche:read"] } as const;
const params = z.strictObject({ idDominio, nome: nomeProfilo });

export const findProfiliLettura = defineOperation({
  ...lettura,
  id: "findProfiliLettura",
  method: "GET",
  path: "/profiliLettura/{idDominio}",
  summary: "Elenco dei profili di lettura delle tabelle del tesoriere",
  description: "Quelli dell'ente per nome, poi quelli del prodotto, che leggono i file di ogni ente.",
  params: z.strictObject({ idDominio }),
  query: z.strictObject(parametriPagina),
  responses: { 200: listaPaginata(ProfiloLettura) },
  errors: ["NON_TROVATO"],
});

export const getProfiloLettura = defineOperation({
  ...lettura,
  id: "getProfiloLettura",
  method: "GET",
  path: "/profiliLettura/{idDominio}/{nome}",
  summary: "Dettaglio di un profilo di lettura",
  params,
  responses: { 200: ProfiloLettura },
  errors: ["NON_TROVATO"],
});

export const saveProfiloLettura = defineOperation({
  ...comune,
  id: "saveProfiloLettura",
  method: "PUT",
  path: "/profiliLettura/{idDominio}/{nome}",
  summary: "Crea o sostituisce un profilo di lettura",
  description:
    "Vale per i file caricati da qui in poi. Un profilo non si cancella: si disabilita. Al massimo 200 per ente; i nomi dei profili del prodotto sono riservati.",
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "anagrafiche:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 64 },
  params,
  body: NuovoProfiloLettura,
  responses: { 200: ProfiloLettura, 201: ProfiloLettura },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

/** Characters of base64: 3.5 MB of file, below what a function may receive. */
const CONTENUTO_MASSIMO = 4_900_000;
const RIGHE_ANTEPRIMA = 50;

const RichiestaAnteprima = z
  .strictObject({
    idDominio,
    contenuto: z
      .string()
      .min(1)
      .max(CONTENUTO_MASSIMO, "il file di prova può essere al massimo di 3,5 MB: bastano le prime righe")
      .regex(/^[A-Za-z0-9+/]+={0,2}$/, "atteso il file in base64")
      .meta({ description: "Il file, o la sua prima parte se è un CSV, in base64" }),
    profilo: opz(nomeProfilo),
    regole: opz(RegoleLettura).meta({ description: "Un profilo non ancora salvato" }),
  })
  .refine(({ profilo, regole }) => profilo === undefined || regole === undefined, { error: "serve uno solo tra profilo e regole" })
  .meta({ id: "RichiestaAnteprimaLettura" });

const RigaAnteprima = z
  .strictObject({
    riga: intero,
    dataContabile: z.iso.date(),
    dataValuta: opz(z.iso.date()),
    segno: z.enum(["ENTRATA", "USCITA"]),
    importo: z.number(),
    causale: z.string(),
    ...{ conto: opz(z.string()), numeroSospeso: opz(z.string()), esercizio: opz(intero), numeroDocumento: opz(z.string()) },
    ...{ sct: opz(z.string()), riferimentoBanca: opz(z.string()), ordinante: opz(z.string()) },
    corrispondenza: z.strictObject({
      esito: z.enum(["FLUSSO", "PAGAMENTO", "NESSUNA"]),
      idFlusso: opz(z.string()),
      idPsp: opz(z.string()),
      iuv: opz(z.string()),
      motivo: z.string().meta({ description: "Che cosa paga, o perché ancora non si sa" }),
    }),
  })
  .meta({ id: "RigaAnteprimaLettura" });

export const AnteprimaLettura = z
  .strictObject({
    tipoFile: z.enum(["CSV", "XLS", "XLSX"]),
    formato: z.enum(FORMATI),
    profilo: opz(z.string()).meta({ description: "Il profilo che legge il file; assente se le regole sono quelle inviate, o indovinate" }),
    indovinato: z.boolean().meta({ description: "Nessun profilo leggeva il file: le regole sono una proposta, da rivedere e salvare" }),
    regole: RegoleLettura,
    conto: opz(z.string()),
    righeLette: intero,
    righeScartate: intero,
    totaleEntrate: z.number(),
    totaleUscite: z.number(),
    righe: z.array(RigaAnteprima).meta({ description: `Le prime ${RIGHE_ANTEPRIMA}` }),
    scarti: z
      .array(z.strictObject({ riga: intero, motivo: z.string(), testo: z.string() }))
      .meta({ description: `Le prime ${RIGHE_ANTEPRIMA}` }),
    totaliErrati: z.array(z.strictObject({ nome: z.string(), dichiarato: z.number(), calcolato: z.number() })),
    segnalazioni: z.array(z.string()),
    rifiuto: opz(z.string()).meta({ description: "Perché da un certo punto il file non si legge più" }),
  })
  .meta({ id: "AnteprimaLettura" });

export const previewProfiloLettura = defineOperation({
  ...lettura,
  id: "previewProfiloLettura",
  method: "POST",
  path: "/profiliLettura/anteprima",
  summary: "Prova un profilo su un file, senza caricare nulla",
  description:
    "Senza profilo né regole si provano i profili dell'ente e quelli del prodotto, e se nessuno legge il file se ne propone uno. " +
    "Per le prime righe dice quale flusso o pagamento il movimento pagherebbe adesso. Non scrive nulla.",
  capacita: ["anagrafiche:read", "archivio:read"],
  // It reads only, but with the readers of three formats in it.
  peso: "scrittura",
  limiti: { timeoutSeconds: 29, bodyKilobytes: 5_000, memoryMegabytes: 1024 },
  body: RichiestaAnteprima,
  responses: { 200: AnteprimaLettura },
  errors: ["NON_TROVATO", "NON_PROCESSABILE"],
});
