/** Attachments in v3 (reference 1.5, row 1): as the present version has them. */
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/allegati.ts";

export const getAllegato = defineOperation({ ...v2.getAllegato, api: "pagamento-v3" });
