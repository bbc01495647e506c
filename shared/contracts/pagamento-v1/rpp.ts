/** Attempts in v1 (reference 1.6, rows 15-18): the shapes are those of the API Pendenze v1. */
import * as z from "zod";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as rpp from "../pagamento/rpp.ts";
import { rppIndex, rppIndexParziale, rpp as rppV1 } from "../pendenze-v1/modelli.ts";
import { filtriRppV1 } from "../pendenze-v1/rpp.ts";

const api = "pagamento-v1";

export const findRpp = defineOperation({
  ...rpp.findRpp,
  api,
  query: queryLista(filtriRppV1),
  responses: { 200: listaPaginata(z.union([rppIndex, rppIndexParziale])) },
});
export const getRpp = defineOperation({ ...rpp.getRpp, api, responses: { 200: rppV1 } });
export const getRpt = defineOperation({ ...rpp.getRpt, api });
export const getRt = defineOperation({ ...rpp.getRt, api });
