/** GET /prova-nuova/{id}: da descrivere. */
import { getProvaNuova } from "../../../shared/contracts/backoffice/get-prova-nuova.ts";
import { refuse } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getProvaNuova, async () => refuse({ codice: "NON_DISPONIBILE", dettaglio: "operazione da scrivere" }));
