/** Operations of the API Backoffice, in the order of its documentation. */
import type { Operazione } from "../operation.ts";

export const operazioniBackoffice: readonly Operazione[] = [];
