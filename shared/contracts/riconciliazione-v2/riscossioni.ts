/** Collected amounts in v2 (reference 1.8, rows 9 and 10). */
import * as z from "zod";
import { campiTra, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v3 from "../riconciliazione/riscossioni.ts";
import { CAMPI_RISCOSSIONE, Riscossione, RiscossioneIndex, RiscossioneIndexParziale } from "./modelli.ts";

const api = "riconciliazione-v2";
const { ordinamento, idDominio, dataDa, dataA, tipo, iur } = v3.filtriRiscossioni;

export const findRiscossioni = defineOperation({
  ...v3.findRiscossioni,
  api,
  description: "dataDa e dataA si riferiscono alla data del pagamento.",
  query: queryLista({ ordinamento, idDominio, dataDa, dataA, tipo, iur, campi: z.exactOptional(campiTra(CAMPI_RISCOSSIONE)) }),
  responses: { 200: listaPaginata(z.union([RiscossioneIndex, RiscossioneIndexParziale])) },
});

export const getRiscossione = defineOperation({ ...v3.getRiscossione, api, responses: { 200: Riscossione } });
