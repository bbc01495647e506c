/** Payment attempts in the API Pendenze v1 (reference 1.3, rows 5-8): `esito`, `dataDa` and `dataA` are what v2 calls esitoPagamento, dataRptDa and dataRptA. */
import * as z from "zod";
import { campiTra, dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v2 from "../pendenze/rpp.ts";
import { CAMPI_RPP_V1, rpp, rppIndex, rppIndexParziale } from "./modelli.ts";

const opz = z.exactOptional;
const api = "pendenze-v1";
const { ordinamento, idDominio, iuv, ccp, idA2A, idPendenza, idPagamento } = v2.filtriRpp;

/** The last one is written so on the wire (reference 10.15). */
const ESITI_RPT = ["IN_CORSO", "RIFIUTATO", "ESEGUITO", "NON_ESEGUITO", "ESEGUITO_PARZIALE", "DECORRENZA", "DECORENNZA_PARZIALE"] as const;

/** The API Pagamento v1 has the same. */
export const filtriRppV1 = {
  ...{ ordinamento, idDominio, iuv, ccp, idA2A, idPendenza, idPagamento },
  campi: opz(campiTra(CAMPI_RPP_V1)),
  dataDa: opz(dataFiltro),
  dataA: opz(dataFiltro),
  esito: opz(z.enum(ESITI_RPT)),
} as const;

export const findRpp = defineOperation({
  ...v2.findRpp,
  api,
  query: queryLista(filtriRppV1),
  responses: { 200: listaPaginata(z.union([rppIndex, rppIndexParziale])) },
});

export const getRpp = defineOperation({ ...v2.getRpp, api, responses: { 200: rpp } });
export const getRpt = defineOperation({ ...v2.getRpt, api });
export const getRt = defineOperation({ ...v2.getRt, api });
