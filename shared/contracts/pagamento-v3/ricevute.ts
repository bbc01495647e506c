/** Receipts in v3 (reference 1.5, rows 6 and 7): as the present version has them. */
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/ricevute.ts";

const api = "pagamento-v3";

export const findRicevute = defineOperation({ ...v2.findRicevute, api });
export const getRicevuta = defineOperation({ ...v2.getRicevuta, api });
