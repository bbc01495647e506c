/** GET /profilo, v1: as the present version has it. */
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/profilo.ts";

export const getProfilo = defineOperation({ ...v2.getProfilo, api: "pagamento-v1" });
