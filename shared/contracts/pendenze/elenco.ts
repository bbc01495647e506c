/** The list of debts (reference 1.2, row 1), apart from what writes them: its function must not carry the write model. */
import * as z from "zod";
import { idA2A, idDominio, idPendenza } from "../comuni/campi.ts";
import { booleanoQuery, campiTra, dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { CAMPI_PENDENZA, PendenzaIndex, PendenzaIndexParziale, STATI_PENDENZA } from "./modelli-lettura.ts";

const opz = z.exactOptional;

/** The older versions and the API Pagamento take from here what they have. */
export const filtriPendenze = {
  campi: opz(campiTra(CAMPI_PENDENZA)),
  ordinamento: ordinamentoPer("dataCaricamento"),
  dataDa: opz(dataFiltro),
  dataA: opz(dataFiltro),
  idDominio: opz(idDominio),
  idA2A: opz(idA2A),
  idPendenza: opz(idPendenza),
  idDebitore: opz(z.string().min(1).max(16)),
  stato: opz(z.enum(STATI_PENDENZA)),
  idPagamento: opz(z.string().min(1).max(35)),
  direzione: opz(z.string().min(1).max(35)),
  divisione: opz(z.string().min(1).max(35)),
  mostraSpontaneiNonPagati: booleanoQuery.default(false),
} as const;

export const DESCRIZIONE_ELENCO =
  "Senza idDominio, idA2A e idDebitore elenca le pendenze dell'applicazione chiamante. I filtri si combinano liberamente; il filtro stato guarda lo " +
  "stato mostrato, scadenza compresa. L'ordine è quello di dataCaricamento: dataValidita, dataScadenza e stato, che GovPay ordina, sono rifiutati. " +
  "pagina arriva fino ai primi 10.000 risultati, oltre si prosegue con prossimiRisultati. Se un filtro molto selettivo richiede di leggere più di " +
  "20.000 pendenze la pagina si ferma prima di essere piena, e prossimiRisultati la continua; il conteggio si ferma a 10.000 risultati, o a 100.000 " +
  "pendenze lette, e allora maxRisultati è presente. Con maxRisultati=false conta tutto.";

export const findPendenze = defineOperation({
  api: "pendenze",
  id: "findPendenze",
  method: "GET",
  path: "/pendenze",
  summary: "Elenco delle pendenze",
  description: DESCRIZIONE_ELENCO,
  risorsa: "pendenze",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista(filtriPendenze),
  responses: { 200: listaPaginata(z.union([PendenzaIndex, PendenzaIndexParziale])).meta({ id: "Pendenze" }) },
  errors: ["PARAMETRO_NON_VALIDO"],
});
