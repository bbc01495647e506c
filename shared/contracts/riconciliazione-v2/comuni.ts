/** Operations that v2 has as v3 (reference 1.8, rows 11 and 12). */
import { defineOperation } from "../operation.ts";
import * as allegati from "../riconciliazione/allegati.ts";
import * as profilo from "../riconciliazione/profilo.ts";

const api = "riconciliazione-v2";

export const getProfilo = defineOperation({ ...profilo.getProfilo, api });
export const getAllegato = defineOperation({ ...allegati.getAllegato, api });
