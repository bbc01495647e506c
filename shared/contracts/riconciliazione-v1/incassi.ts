/** Reconciliations in v1 (reference 1.9, rows 6-8): a movement is known by the bank's text alone. */
import * as z from "zod";
import { idDominio, identificativo35, testo } from "../comuni/campi.ts";
import { campiTra, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { paginaDettaglio } from "../riconciliazione/parametri.ts";
import * as v3 from "../riconciliazione/riconciliazioni.ts";
import * as v2 from "../riconciliazione-v2/riconciliazioni.ts";
import { giorniFiltro } from "./comuni.ts";
import { CAMPI_INCASSO, incasso, incassoIndex, incassoIndexParziale } from "./modelli.ts";

const opz = z.exactOptional;
const api = "riconciliazione-v1";
const risorsa = "incassi";

const campi = v3.NuovaRiconciliazione.shape;
export const incassoPost = z
  .strictObject({
    ...{ causale: testo(512), importo: campi.importo, dataValuta: campi.dataValuta, dataContabile: campi.dataContabile },
    ...{ ibanAccredito: campi.contoAccredito, sct: opz(campi.sct) },
  })
  .meta({ id: "incassoPost" });

export const findIncassi = defineOperation({
  ...v3.findRiconciliazioni,
  ...{ api, risorsa, id: "findIncassi", funzione: "findRiconciliazioni", path: "/incassi" },
  summary: "Elenco dei movimenti di cassa riconciliati",
  description: "dataDa e dataA si riferiscono alla data di registrazione, che dà anche l'ordine.",
  query: queryLista({
    idDominio: v3.filtriRiconciliazioni.idDominio,
    ...giorniFiltro,
    ordinamento: ordinamentoPer("data"),
    campi: opz(campiTra(CAMPI_INCASSO)),
  }),
  responses: { 200: listaPaginata(z.union([incassoIndex, incassoIndexParziale])) },
});

export const addIncasso = defineOperation({
  ...v2.addRiconciliazione,
  ...{ api, risorsa, id: "addIncasso", path: "/incassi/{idDominio}" },
  description:
    "201 con l'esito; lo stesso movimento ripetuto dà lo stesso incasso. Un movimento che non si può riconciliare è rifiutato (422) e non lascia nulla; una riga che non si può " +
    "abbinare non ferma le altre. Di un flusso che non si finisce in tempo (oltre 10.000 righe circa) le riscossioni si leggono dopo, nel dettaglio.",
  body: incassoPost,
  query: z.strictObject({}),
  responses: { 201: incasso },
});

export const getIncasso = defineOperation({
  ...v3.getRiconciliazione,
  ...{ api, risorsa, id: "getIncasso", funzione: "getRiconciliazione", path: "/incassi/{idDominio}/{idIncasso}" },
  summary: "Dettaglio di un movimento di cassa riconciliato",
  description: `${v3.getRiconciliazione.description} Un movimento registrato con un'altra versione e non riconciliato qui non c'è: v1 non sa dirne l'errore.`,
  params: z.strictObject({ idDominio, idIncasso: identificativo35 }),
  query: z.strictObject(paginaDettaglio),
  responses: { 200: incasso },
});
