/** Treasury files: loaded through the API or by a link to the bucket, read later, with what came of them. Not of GovPay, which wants one movement at a time. */
import * as z from "zod";
import { idDominio, testo } from "../comuni/campi.ts";
import { booleanoQuery, dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE, ordinamento } from "./parametri.ts";

const opz = z.exactOptional;
const intero = z.number().int();
const importo = z.number();
const giorno = z.iso.date();
const istante = z.iso.datetime({ offset: true });

/** FDR: a settlement flow in XML. */
export const FORMATI = ["OPI", "CAMT053", "CAMT054", "CBI_RH", "POSTE", "BANCA", "FDR"] as const;
export const STATI_CARICAMENTO = ["IN_CARICAMENTO", "IN_ATTESA", "IN_ELABORAZIONE", "ESEGUITO", "ESEGUITO_CON_SCARTI", "SCARTATO"] as const;

const nomeProfilo = z.string().regex(/^[a-zA-Z0-9\-_]{1,35}$/, "ammessi da 1 a 35 caratteri tra lettere, cifre, - e _");
const nomeFile = testo(255);
const params = z.strictObject({ id: z.string().regex(/^[a-zA-Z0-9-]{1,64}$/, "ammessi da 1 a 64 caratteri tra lettere, cifre e -") });

export const CaricamentoIndex = z
  .strictObject({
    id: z.string(),
    idDominio: z.string(),
    nomeFile: z.string(),
    stato: z.enum(STATI_CARICAMENTO),
    descrizioneStato: opz(z.string()),
    formato: opz(z.enum(FORMATI)).meta({ description: "Riconosciuto dal contenuto, o chiesto da chi lo ha caricato" }),
    dataOraCaricamento: istante,
    dataOraUltimoAggiornamento: istante,
    mittente: z.string(),
    righeLette: intero,
    movimentiNuovi: intero,
    movimentiAggiornati: intero.meta({
      description: "Righe che hanno cambiato movimenti già registrati (storni, regolarizzazioni, ripristini)",
    }),
    righeGiaPresenti: intero,
    righeSenzaDenaro: intero.meta({ description: "Ordini che coprono sospesi già raccontati" }),
    righeScartate: intero,
    importoEntrate: importo.meta({ description: "Dei movimenti nuovi" }),
    importoUscite: importo,
  })
  .meta({ id: "CaricamentoTesoreriaIndex" });

export const Caricamento = z
  .strictObject({
    ...CaricamentoIndex.shape,
    profilo: opz(z.string()),
    versioneFormato: opz(z.string()),
    dimensione: opz(intero),
    impronta: opz(z.string()).meta({ description: "SHA-256 del file" }),
    dataDa: opz(giorno),
    dataA: opz(giorno),
    conti: z.array(z.string()),
    flusso: opz(z.strictObject({ idFlusso: z.string(), pagina: opz(intero), pagineTotali: opz(intero) })).meta({
      description:
        "Del giornale che la banca divide in pagine: le altre con GET /caricamenti?idFlusso=. Di un FDR, il flusso di rendicontazione",
    }),
    segnalazioni: z
      .array(z.string())
      .meta({ description: "Totali che non tornano, pagine che mancano, righe lasciate fuori: le prime 50" }),
  })
  .meta({ id: "CaricamentoTesoreria" });

const comune = { api: "riconciliazione", risorsa: "caricamenti", auth: ["applicazione", "operatore"] } as const;
const SCRITTURA = {
  ...comune,
  method: "POST",
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:write"],
  peso: "scrittura",
  errors: ["DOM_000", "DOM_001", "CONFLITTO"],
} as const;
const LETTURA = { ...comune, method: "GET", acl: ACL_LETTURA_CONTABILE, peso: "lettura" } as const;

const FILE_TESORERIA = [
  "application/xml",
  "text/xml",
  "text/csv",
  "text/plain",
  "application/zip",
  "application/vnd.ms-excel",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/octet-stream",
  "multipart/form-data",
] as const;

export const addCaricamento = defineOperation({
  ...SCRITTURA,
  id: "addCaricamento",
  path: "/caricamenti",
  summary: "Carica un file della tesoreria",
  description:
    "Giornale di cassa OPI, camt.053, camt.054, CBI RH, CSV di Poste, CSV o foglio di calcolo di una banca, flusso di rendicontazione in XML; anche uno ZIP che ne contiene uno. Il formato si riconosce dal contenuto. " +
    "201: la lettura segue, l'esito è in GET /caricamenti/{id}. 200: lo stesso file era già stato caricato. Oltre 4 MB si usa addCaricamentoFirmato. " +
    "Un file in una codifica diversa da UTF-8 si manda come application/octet-stream.",
  query: z.strictObject({
    idDominio,
    formato: opz(z.enum(FORMATI)),
    profilo: opz(nomeProfilo).meta({ description: "Profilo di lettura dell'ente, per i file di una banca" }),
    nomeFile: opz(nomeFile).meta({ description: "Nome del file, se non arriva con il modulo" }),
    forza: booleanoQuery.default(false).meta({ description: "Legge il file anche se è già stato caricato: i movimenti non si ripetono" }),
  }),
  corpoGrezzo: FILE_TESORERIA,
  limiti: { bodyKilobytes: 4096, timeoutSeconds: 25, memoryMegabytes: 1024 },
  responses: { 200: CaricamentoIndex.describe("File già caricato: il suo caricamento"), 201: CaricamentoIndex },
});

const Annuncio = z
  .strictObject({ idDominio, nomeFile, formato: opz(z.enum(FORMATI)), profilo: opz(nomeProfilo) })
  .meta({ id: "NuovoCaricamentoTesoreria" });

const CaricamentoFirmato = z
  .strictObject({
    id: z.string(),
    url: z.string().meta({ description: "Dove scrivere il file con una PUT" }),
    metodo: z.literal("PUT"),
    intestazioni: z.record(z.string(), z.string()).meta({ description: "Da inviare così come sono: la firma le comprende" }),
    scadenza: istante,
  })
  .meta({ id: "CaricamentoTesoreriaFirmato" });

export const addCaricamentoFirmato = defineOperation({
  ...SCRITTURA,
  id: "addCaricamentoFirmato",
  path: "/caricamenti/firmati",
  summary: "Annuncia un file della tesoreria di grandi dimensioni e risponde dove scriverlo",
  description:
    "Scritto il file con una PUT all'indirizzo (al massimo 1 GB; 200 MB un flusso di rendicontazione), la lettura comincia da sé entro qualche minuto.",
  limiti: { bodyKilobytes: 4 },
  body: Annuncio,
  responses: { 201: CaricamentoFirmato },
});

export const findCaricamenti = defineOperation({
  ...LETTURA,
  id: "findCaricamenti",
  path: "/caricamenti",
  summary: "Elenco dei file della tesoreria",
  description: "Dal più recente. dataDa e dataA si riferiscono al caricamento.",
  capacita: ["anagrafiche:read", "archivio:read"],
  query: queryLista({
    ordinamento: ordinamento("data"),
    idDominio: opz(idDominio),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    stato: opz(z.enum(STATI_CARICAMENTO)),
    idFlusso: opz(testo(70)).meta({ description: "Nome che la banca dà al giornale intero, diviso in pagine" }),
  }),
  responses: { 200: listaPaginata(CaricamentoIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getCaricamento = defineOperation({
  ...LETTURA,
  id: "getCaricamento",
  path: "/caricamenti/{id}",
  summary: "Dettaglio, avanzamento ed esito di un file della tesoreria",
  capacita: ["anagrafiche:read", "archivio:read"],
  params,
  responses: { 200: Caricamento },
  errors: ["NON_TROVATO"],
});

const ALTROVE = z.undefined().describe("Il file è grande: si scarica dall'indirizzo in Location, valido 5 minuti");
const FILE = { ...LETTURA, capacita: ["anagrafiche:read", "archivio:read", "documenti:read"], params, errors: ["NON_TROVATO"] } as const;

export const getScartiCaricamento = defineOperation({
  ...FILE,
  id: "getScartiCaricamento",
  path: "/caricamenti/{id}/scarti",
  summary: "Le righe scartate, con il motivo",
  description: "CSV con riga, motivo e testo, separati da punto e virgola; a lettura finita.",
  responses: { 200: { "text/csv": BINARIO }, 303: ALTROVE },
});

export const getOriginaleCaricamento = defineOperation({
  ...FILE,
  id: "getOriginaleCaricamento",
  path: "/caricamenti/{id}/originale",
  summary: "Il file caricato, byte per byte",
  responses: { 200: { "application/octet-stream": BINARIO }, 303: ALTROVE },
});
