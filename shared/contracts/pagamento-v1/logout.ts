/** GET /logout, v1: as the present version has it. */
import { defineOperation } from "../operation.ts";
import * as v2 from "../pagamento/logout.ts";

export const logout = defineOperation({ ...v2.logout, api: "pagamento-v1" });
