/** Portal payments in v1 (reference 1.6, rows 10-12): `versante` and `idSessione` are what v2 calls idVersante and idSessionePsp. */
import * as z from "zod";
import { testo } from "../comuni/campi.ts";
import { campiTra, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/pagamenti.ts";

const api = "pagamento-v1";

export const pagamentoIndex = v2.PagamentoIndex.meta({ id: "pagamentoIndex" });
export const pagamento = v2.Pagamento.meta({ id: "pagamento" });

export const findPagamenti = defineOperation({
  ...v2.findPagamenti,
  api,
  query: queryLista({
    ...v2.filtriPagamenti,
    campi: campiTra(v2.CAMPI_PAGAMENTO).optional(),
    versante: testo(16).optional(),
    idSessione: testo(64).optional(),
  }),
  responses: { 200: listaPaginata(z.union([pagamentoIndex, pagamentoIndex.partial().meta({ id: "pagamentoIndexParziale" })])) },
});

export const getPagamento = defineOperation({ ...v2.getPagamento, api, responses: { 200: pagamento } });
export const getPagamentoByIdSession = defineOperation({ ...v2.getPagamentoByIdSession, api, responses: { 200: pagamento } });
