/**
 * Reconciliations (reference 1.7, rows 8-10). Unlike GovPay's: rows that are unknown or already collected do not make the others fail (they are
 * listed in `segnalazioni`), and amounts are compared to the cent.
 */
import * as z from "zod";
import { giorno, iban, idDominio, identificativo35, importo, iuv, testo } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { Riconciliazione, RiconciliazioneIndex } from "./modelli.ts";
import { ACL_LETTURA, paginaDettaglio } from "./parametri.ts";

const opz = z.exactOptional;
const chiave = z.strictObject({ idDominio, id: identificativo35 });
/** As the bank writes it: no blanks around, no control characters. */
const sct = testo(35).regex(/^\S(.*\S)?$/, "non ammessi spazi all'inizio e alla fine");

export const NuovaRiconciliazione = z
  .strictObject({
    importo: importo.refine((valore) => valore > 0, "deve essere maggiore di zero"),
    sct,
    dataValuta: opz(giorno),
    dataContabile: opz(giorno),
    contoAccredito: opz(iban),
    causale: opz(testo(512)),
    iuv: opz(iuv),
    idFlussoRendicontazione: opz(identificativo35),
  })
  .refine(
    ({ causale, iuv: codice, idFlussoRendicontazione }) =>
      [causale, codice, idFlussoRendicontazione].filter((v) => v !== undefined).length === 1,
    {
      error: "serve uno solo tra causale, iuv e idFlussoRendicontazione",
    },
  )
  .meta({ id: "NuovaRiconciliazione" });

const comune = { api: "riconciliazione", risorsa: "riconciliazioni", auth: ["applicazione"] } as const;

export const filtriRiconciliazioni = {
  idDominio: opz(idDominio),
  dataDa: opz(dataFiltro),
  dataA: opz(dataFiltro),
  sct: opz(sct),
} as const;

export const findRiconciliazioni = defineOperation({
  ...comune,
  id: "findRiconciliazioni",
  method: "GET",
  path: "/riconciliazioni",
  summary: "Elenco delle riconciliazioni",
  description: "Dalla più recente. dataDa e dataA si riferiscono alla data di registrazione.",
  acl: ACL_LETTURA,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista(filtriRiconciliazioni),
  responses: { 200: listaPaginata(RiconciliazioneIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const addRiconciliazione = defineOperation({
  ...comune,
  id: "addRiconciliazione",
  method: "PUT",
  path: "/riconciliazioni/{idDominio}/{id}",
  summary: "Registra un movimento di cassa da riconciliare",
  description:
    "202 con Location: l'esito si legge con GET. La stessa richiesta ripetuta dà 200 con l'esito se già riconciliata (con le riscossioni delle prime 3000 righe), e ritenta se era finita in ERRORE. " +
    "Uno sct si usa una volta sola per dominio, salvo che il movimento precedente sia in ERRORE.",
  acl: { servizi: ["API Ragioneria"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  // Older versions wait for the outcome in the same function.
  limiti: { bodyKilobytes: 16, timeoutSeconds: 28, memoryMegabytes: 512 },
  params: chiave,
  body: NuovaRiconciliazione,
  responses: { 200: Riconciliazione, 202: Riconciliazione },
  errors: ["R021409", "R021410", "R021411", "R021412", "CONFLITTO"],
});

export const getRiconciliazione = defineOperation({
  ...comune,
  id: "getRiconciliazione",
  method: "GET",
  path: "/riconciliazioni/{idDominio}/{id}",
  summary: "Dettaglio ed esito di una riconciliazione",
  description: "Di un flusso con più di 3000 righe le riscossioni si chiedono a pagine di righe, con pagina e risultatiPerPagina.",
  acl: ACL_LETTURA,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  limiti: { memoryMegabytes: 512 },
  params: chiave,
  query: z.strictObject(paginaDettaglio),
  responses: { 200: Riconciliazione },
  errors: ["NON_TROVATO", "RISPOSTA_ESTESA"],
});
