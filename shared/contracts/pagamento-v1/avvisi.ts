/** The notice in v1 (reference 1.6, row 19), with the states of then. */
import * as z from "zod";
import { BINARIO, defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/avvisi.ts";
import { avviso } from "../pendenze-v1/modelli.ts";

const { idDebitore, UUID, gRecaptchaResponse } = v2.getAvviso.query.shape;

export const getAvviso = defineOperation({
  ...v2.getAvviso,
  api: "pagamento-v1",
  query: z.strictObject({ idDebitore, UUID, gRecaptchaResponse }),
  responses: { 200: { "application/json": avviso, "application/pdf": BINARIO } },
});
