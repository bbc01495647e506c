/** Operations of the API Pendenze, in the order of its documentation. */
import type { Operazione } from "../operation.ts";
import { getProfilo } from "./profilo.ts";

export const operazioniPendenze: readonly Operazione[] = [getProfilo];
