/** GET /profilo of the API Pendenze v1: that of v2. */
import { defineOperation } from "../operation.ts";
import * as v2 from "../pendenze/profilo.ts";

export const getProfilo = defineOperation({ ...v2.getProfilo, api: "pendenze-v1" });
