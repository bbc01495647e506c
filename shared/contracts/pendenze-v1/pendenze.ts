/** Debts in the API Pendenze v1 (reference 1.3, rows 1 and 4): the operations of v2 under the names and with the shapes of then. */
import * as z from "zod";
import { campiTra, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as elenco from "../pendenze/elenco.ts";
import * as v2 from "../pendenze/pendenze.ts";
import { CAMPI_PENDENZA_V1, pendenza, pendenzaIndex, pendenzaIndexParziale, STATI_PENDENZA_V1 } from "./modelli.ts";

const opz = z.exactOptional;
const api = "pendenze-v1";
const { ordinamento, dataDa, dataA, idDominio, idA2A, idDebitore, idPagamento } = elenco.filtriPendenze;

/** The API Pagamento v1 has the same. */
export const filtriPendenzeV1 = {
  ...{ ordinamento, dataDa, dataA, idDominio, idA2A, idDebitore, idPagamento },
  campi: opz(campiTra(CAMPI_PENDENZA_V1)),
  stato: opz(z.enum(STATI_PENDENZA_V1)).meta({ description: "ESEGUITA comprende le pendenze incassate" }),
} as const;

export const findPendenze = defineOperation({
  ...elenco.findPendenze,
  api,
  query: queryLista(filtriPendenzeV1),
  responses: { 200: listaPaginata(z.union([pendenzaIndex, pendenzaIndexParziale])) },
});

export const getPendenza = defineOperation({
  ...v2.getPendenza,
  api,
  description: "Una pendenza incassata è mostrata come ESEGUITA.",
  responses: { 200: pendenza },
});
