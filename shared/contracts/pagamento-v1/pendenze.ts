/** Debts in v1 (reference 1.6, rows 13 and 14): the shapes are those of the API Pendenze v1. */
import * as z from "zod";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/pendenze.ts";
import { pendenza, pendenzaIndex, pendenzaIndexParziale } from "../pendenze-v1/modelli.ts";
import { filtriPendenzeV1 } from "../pendenze-v1/pendenze.ts";

const api = "pagamento-v1";

export const findPendenze = defineOperation({
  ...v2.findPendenze,
  api,
  query: queryLista(filtriPendenzeV1),
  responses: { 200: listaPaginata(z.union([pendenzaIndex, pendenzaIndexParziale])) },
});
export const getPendenza = defineOperation({ ...v2.getPendenza, api, responses: { 200: pendenza } });
