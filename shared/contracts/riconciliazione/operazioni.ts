/** Operations of the API Riconciliazione, in the order of its documentation. */
import type { Operazione } from "../operation.ts";

export const operazioniRiconciliazione: readonly Operazione[] = [];
