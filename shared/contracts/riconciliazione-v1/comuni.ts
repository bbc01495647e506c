/** What the resources of v1 share; and the profile, as v3 has it (reference 1.9, row 9). */
import * as z from "zod";
import { giorno } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import * as v3 from "../riconciliazione/profilo.ts";

/** Dates are days, the second up to its end. */
export const giorniFiltro = { dataDa: z.exactOptional(giorno), dataA: z.exactOptional(giorno) } as const;

export const getProfilo = defineOperation({ ...v3.getProfilo, api: "riconciliazione-v1" });
