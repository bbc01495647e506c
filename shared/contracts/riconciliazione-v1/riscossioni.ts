/** Collected amounts in v1 (reference 1.9, rows 1 and 2). */
import * as z from "zod";
import { idA2A, idPendenza } from "../comuni/campi.ts";
import { campiTra, elencoQuery, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v3 from "../riconciliazione/riscossioni.ts";
import { giorniFiltro } from "./comuni.ts";
import { CAMPI_RISCOSSIONE, riscossione, riscossioneIndex, riscossioneIndexParziale, TIPI_RISCOSSIONE_V1 } from "./modelli.ts";

const opz = z.exactOptional;
const api = "riconciliazione-v1";
const { idDominio, stato } = v3.filtriRiscossioni;

export const findRiscossioni = defineOperation({
  ...v3.findRiscossioni,
  api,
  query: queryLista({
    ...{ idDominio, stato, ...giorniFiltro },
    ordinamento: ordinamentoPer("data"),
    campi: opz(campiTra(CAMPI_RISCOSSIONE)),
    idA2A: opz(idA2A),
    idPendenza: opz(idPendenza),
    tipo: opz(elencoQuery(z.enum(TIPI_RISCOSSIONE_V1), TIPI_RISCOSSIONE_V1.length)),
  }),
  responses: { 200: listaPaginata(z.union([riscossioneIndex, riscossioneIndexParziale])) },
});

export const getRiscossione = defineOperation({ ...v3.getRiscossione, api, responses: { 200: riscossione } });
