/** Operations of the API Pagamento, in the order of its documentation. */
import type { Operazione } from "../operation.ts";

export const operazioniPagamento: readonly Operazione[] = [];
