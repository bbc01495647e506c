/** The start of a payment in v1 (reference 1.6, row 9): without the choices of the retired model, which it names and ignores. */
import * as z from "zod";
import { booleanoQuery } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/nuovo-pagamento.ts";

const { idSessionePortale, gRecaptchaResponse } = v2.addPagamento.query.shape;

export const pagamentoPost = z
  .strictObject({
    ...v2.campiNuovoPagamento,
    canale: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "Accettato e non usato: il PSP si sceglie nella pagina di pagamento" }),
  })
  .meta({ id: "pagamentoPost" });

export const addPagamento = defineOperation({
  ...v2.addPagamento,
  api: "pagamento-v1",
  description: `${v2.addPagamento.description} avvisaturaDigitale e modalitaAvvisaturaDigitale sono accettate e non usate, come in GovPay.`,
  query: z.strictObject({
    ...{ idSessionePortale, gRecaptchaResponse },
    avvisaturaDigitale: booleanoQuery.default(false),
    modalitaAvvisaturaDigitale: z.enum(["ASINCRONA", "SINCRONA"]).optional(),
  }),
  body: pagamentoPost,
});
