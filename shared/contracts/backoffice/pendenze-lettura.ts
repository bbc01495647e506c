/** Debts as an operator finds and reads them (reference 1.11, rows 59, 62 and 64). */
import * as z from "zod";
import { idTipoPendenza } from "../comuni/campi.ts";
import { campiTra, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { filtriPendenze } from "../pendenze/elenco.ts";
import { chiaveAvviso, chiavePendenza } from "../pendenze/modelli-comuni.ts";
import { CAMPI_PENDENZA, Pendenza, PendenzaIndex, PendenzaIndexParziale } from "./modelli-pendenze.ts";

const opz = z.exactOptional;

const lettura = {
  api: "backoffice",
  method: "GET",
  risorsa: "pendenze",
  auth: ["operatore"],
  acl: { servizi: ["Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;

const TIPI_MASSIMI = 50;

/** Repeated parameter or comma separated list: the gateway joins the first into the second. */
const idTipiPendenza = z
  .string()
  .max(TIPI_MASSIMI * 36)
  .transform((testo) => testo.split(",").map((parte) => parte.trim()))
  .pipe(z.array(idTipoPendenza).min(1).max(TIPI_MASSIMI, `ammessi al massimo ${TIPI_MASSIMI} tipi pendenza`));

export const findPendenze = defineOperation({
  ...lettura,
  id: "findPendenze",
  path: "/pendenze",
  summary: "Elenco delle pendenze che l'operatore può vedere",
  description:
    "I filtri si combinano liberamente; il filtro stato guarda lo stato mostrato, scadenza compresa. Le pendenze spontanee mai pagate sono nascoste, salvo " +
    "mostraSpontaneiNonPagati=true. L'ordine è quello di dataCaricamento: gli altri che GovPay ammette sono rifiutati. pagina arriva fino ai primi 10.000 " +
    "risultati, oltre si prosegue con prossimiRisultati. Un filtro molto selettivo può far finire la pagina prima che sia piena, e prossimiRisultati la " +
    "continua; il conteggio si ferma a 10.000 risultati, o a 100.000 pendenze lette, e allora maxRisultati è presente.",
  query: queryLista({
    ...filtriPendenze,
    campi: opz(campiTra(CAMPI_PENDENZA)),
    idTipoPendenza: opz(idTipiPendenza),
    iuv: opz(z.string().min(1).max(35)),
  }),
  responses: { 200: listaPaginata(z.union([PendenzaIndex, PendenzaIndexParziale])).meta({ id: "PendenzeOperatore" }) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getPendenza = defineOperation({
  datiPersonali: true,
  ...lettura,
  id: "getPendenza",
  path: "/pendenze/{idA2A}/{idPendenza}",
  summary: "Dettaglio di una pendenza con riscossioni, rendicontazioni, richieste di pagamento e pagamenti",
  description: "ETag è la versione della pendenza, da rimandare come If-Match in una scrittura.",
  params: chiavePendenza,
  responses: { 200: Pendenza },
  errors: ["NON_TROVATO"],
});

export const getPendenzaByAvviso = defineOperation({
  datiPersonali: true,
  ...lettura,
  id: "getPendenzaByAvviso",
  path: "/pendenze/byAvviso/{idDominio}/{numeroAvviso}",
  summary: "Dettaglio di una pendenza dato il numero avviso",
  params: chiaveAvviso,
  responses: { 200: Pendenza },
  errors: ["NON_TROVATO"],
});
