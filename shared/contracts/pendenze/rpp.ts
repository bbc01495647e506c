/** Payment attempts (RPP: request and receipt together), reference 1.2 rows 9-12 and 2.5. */
import * as z from "zod";
import { idA2A, idDominio, idPendenza, iuv } from "../comuni/campi.ts";
import { campiTra, dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { CAMPI_RPP, RppPendenza, RppPendenzaParziale } from "./modelli-lettura.ts";

const opz = z.exactOptional;
const ccp = z.string().regex(/^\S{1,35}$/, "ammessi da 1 a 35 caratteri senza spazi");
const comune = {
  api: "pendenze",
  risorsa: "rpp",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;
const chiave = z.strictObject({ idDominio, iuv, ccp });

/** Outcomes of reference 2.5; those of the retired model 1 select nothing. */
export const ESITI_RPP = [
  "IN_CORSO",
  "RIFIUTATO",
  "ESEGUITO",
  "NON_ESEGUITO",
  "ESEGUITO_PARZIALE",
  "DECORRENZA",
  "DECORRENZA_PARZIALE",
] as const;

/** The older versions take from here what they have. */
export const filtriRpp = {
  campi: opz(campiTra(CAMPI_RPP)),
  ordinamento: ordinamentoPer("dataRichiesta"),
  idDominio: opz(idDominio),
  iuv: opz(iuv),
  ccp: opz(ccp),
  idA2A: opz(idA2A),
  idPendenza: opz(idPendenza),
  idDebitore: opz(z.string().min(1).max(16)),
  idPagamento: opz(z.string().min(1).max(64)),
  esitoPagamento: opz(z.enum(ESITI_RPP)),
  dataRptDa: opz(dataFiltro),
  dataRptA: opz(dataFiltro),
  dataRtDa: opz(dataFiltro),
  dataRtA: opz(dataFiltro),
} as const;

export const findRpp = defineOperation({
  ...comune,
  id: "findRpp",
  method: "GET",
  path: "/rpp",
  summary: "Elenca i tentativi di pagamento",
  description:
    "Senza idDominio, idA2A e idDebitore elenca i tentativi sulle pendenze dell'applicazione chiamante. ccp è il codice del tentativo o l'identificativo " +
    "della ricevuta; dataRtDa e dataRtA guardano l'arrivo della ricevuta. L'ordine è quello di dataRichiesta: esito, che GovPay ordina, è rifiutato. " +
    "Pagine e conteggio hanno i limiti di GET /pendenze.",
  query: queryLista(filtriRpp),
  responses: { 200: listaPaginata(z.union([RppPendenza, RppPendenzaParziale])) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getRpp = defineOperation({
  ...comune,
  id: "getRpp",
  method: "GET",
  path: "/rpp/{idDominio}/{iuv}/{ccp}",
  summary: "Dettaglio di un tentativo; ccp è il codice del tentativo o l'identificativo della ricevuta",
  description: "Risponde 200, come GovPay: il 201 del suo documento è una svista.",
  params: chiave,
  responses: { 200: RppPendenza },
  errors: ["NON_TROVATO"],
});

export const getRpt = defineOperation({
  ...comune,
  id: "getRpt",
  method: "GET",
  path: "/rpp/{idDominio}/{iuv}/{ccp}/rpt",
  summary: "Richiesta di pagamento: ciò che è stato risposto al Nodo, in JSON o in XML (Accept: application/xml)",
  description: "Un tentativo nato da una ricevuta senza attivazione non ha una risposta: in XML è 404.",
  params: chiave,
  responses: { 200: { "application/json": z.record(z.string(), z.unknown()), "application/xml": BINARIO, "text/xml": BINARIO } },
  errors: ["NON_TROVATO"],
});

export const getRt = defineOperation({
  ...comune,
  id: "getRt",
  method: "GET",
  path: "/rpp/{idDominio}/{iuv}/{ccp}/rt",
  summary: "Ricevuta: in JSON, nel messaggio originale del Nodo (Accept: application/xml) o stampata (Accept: application/pdf)",
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read"],
  peso: "pdf",
  // It prints many together too (stampa-ricevute.ts).
  limiti: { timeoutSeconds: 29, memoryMegabytes: 1024 },
  params: chiave,
  responses: {
    200: {
      "application/json": z.record(z.string(), z.unknown()),
      "application/xml": BINARIO,
      "text/xml": BINARIO,
      "application/pdf": BINARIO,
    },
  },
  errors: ["NON_TROVATO"],
});
