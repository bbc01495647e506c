/**
 * Treasury movements in the hands of an operator (reference 1.11, rows 81-83): GovPay's "incassi", the same reconciliations of the API
 * Riconciliazione under the names of this API, registered and matched while the operator waits.
 */
import * as z from "zod";
import { giorno, iban, idDominio, identificativo35, importo, iuv, testo } from "../comuni/campi.ts";
import { booleanoQuery, dataFiltro, elencoQuery, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { DominioRiconciliazione, SegnalazioneRiconciliazione, TIPI_RISCOSSIONE } from "../riconciliazione/modelli.ts";
import { paginaDettaglio } from "../riconciliazione/parametri.ts";
import { LETTURA_CONTABILE, Riscossione } from "./contabilita.ts";

const opz = z.exactOptional;
const risorsa = "incassi";
const istante = z.iso.datetime({ offset: true });
const giornoOpz = opz(z.iso.date());
const testoOpz = opz(z.string());
export const STATI_INCASSO = ["IN_ELABORAZIONE", "ACQUISITO", "ERRORE", "IN_ANNULLAMENTO", "ANNULLATO"] as const;
/** As the bank writes it: no blanks around, no control characters. */
const sct = testo(35).regex(/^\S(.*\S)?$/, "non ammessi spazi all'inizio e alla fine");

const incasso = {
  idIncasso: z.string(),
  dominio: DominioRiconciliazione,
  stato: z.enum(STATI_INCASSO),
  descrizioneStato: testoOpz,
  importo: z.number(),
  data: istante,
  dataValuta: giornoOpz,
  dataContabile: giornoOpz,
  ibanAccredito: testoOpz,
  sct: testoOpz,
  trn: testoOpz.meta({ description: "IUV o identificativo del flusso riconciliato" }),
  causale: testoOpz,
  iuv: testoOpz,
  idFlusso: testoOpz,
} as const;

export const IncassoIndex = z.strictObject(incasso).meta({ id: "IncassoIndex" });
export const Incasso = z
  .strictObject({
    ...incasso,
    segnalazioni: z.array(SegnalazioneRiconciliazione).meta({ description: "Righe che non è stato possibile riconciliare, le prime 200" }),
    riscossioni: z.array(Riscossione),
  })
  .meta({ id: "Incasso" });

export const NuovoIncasso = z
  .strictObject({
    importo: importo.refine((valore) => valore > 0, "deve essere maggiore di zero"),
    sct: opz(sct),
    dataValuta: opz(giorno),
    dataContabile: opz(giorno),
    ibanAccredito: opz(iban),
    causale: opz(testo(512)),
    iuv: opz(iuv),
    idFlusso: opz(identificativo35),
  })
  .refine(({ causale, iuv: codice, idFlusso }) => [causale, codice, idFlusso].filter((v) => v !== undefined).length === 1, {
    error: "serve uno solo tra causale, iuv e idFlusso",
  })
  .meta({ id: "NuovoIncasso" });

export const findIncassi = defineOperation({
  ...LETTURA_CONTABILE,
  id: "findIncassi",
  path: "/incassi",
  summary: "Elenco delle riconciliazioni dei movimenti di cassa",
  description: "dataDa e dataA si riferiscono alla data di registrazione, che dà anche l'ordine.",
  risorsa,
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    idDominio: opz(idDominio),
    sct: opz(sct),
    idFlusso: opz(identificativo35),
    iuv: opz(iuv),
    stato: opz(z.enum(STATI_INCASSO)),
  }),
  responses: { 200: listaPaginata(IncassoIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

const ERRORI_ABBINAMENTO = ["R021401", "R021402", "R021403", "R021404", "R021405", "R021406", "R021407", "R021413"] as const;

export const addIncasso = defineOperation({
  api: "backoffice",
  id: "addIncasso",
  method: "POST",
  path: "/incassi/{idDominio}",
  summary: "Registra un movimento di cassa e lo riconcilia",
  description:
    "L'esito è nella risposta. Un movimento che non si può riconciliare è rifiutato e non lascia nulla. idIncasso è lo IUV o l'identificativo del flusso; lo stesso movimento " +
    "ripetuto dà lo stesso incasso. Di un flusso che non si finisce in tempo (oltre 10.000 righe circa) lo stato è IN_ELABORAZIONE e la riconciliazione continua da sé. " +
    "Le maiuscole dell'identificativo del flusso non contano mai: idFlussoCaseInsensitive è accettato e non cambia nulla.",
  risorsa,
  auth: ["operatore"],
  acl: { servizi: ["Rendicontazioni e Incassi"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 16, timeoutSeconds: 28, memoryMegabytes: 512 },
  params: z.strictObject({ idDominio }),
  query: z.strictObject({ idFlussoCaseInsensitive: opz(booleanoQuery) }),
  body: NuovoIncasso,
  responses: { 201: Incasso },
  errors: [...ERRORI_ABBINAMENTO, "R021409", "R021410", "R021411", "R021412", "CONFLITTO"],
});

export const getIncasso = defineOperation({
  ...LETTURA_CONTABILE,
  id: "getIncasso",
  path: "/incassi/{idDominio}/{idIncasso}",
  summary: "Dettaglio di una riconciliazione, con le riscossioni incassate",
  description: "Di un flusso con più di 3000 righe le riscossioni si chiedono a pagine di righe, con pagina e risultatiPerPagina.",
  risorsa,
  limiti: { memoryMegabytes: 512 },
  params: z.strictObject({ idDominio, idIncasso: identificativo35 }),
  query: z.strictObject({
    ...paginaDettaglio,
    "riscossioni.tipo": opz(elencoQuery(z.enum(TIPI_RISCOSSIONE), TIPI_RISCOSSIONE.length)),
  }),
  responses: { 200: Incasso },
  errors: ["NON_TROVATO", "RISPOSTA_ESTESA"],
});
