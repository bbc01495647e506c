/** Acceptance of a receipt: queue and bucket, no table. */
import { acceptRicevuta } from "../../usecases/pagamenti/accept-ricevuta.ts";
import { ids, wireUnitOfWork } from "./base.ts";
import { codaRicevute } from "./code.ts";
import { documenti } from "./documenti.ts";
import { endpoint } from "./nodo.ts";

export const accept = acceptRicevuta({ coda: codaRicevute, documenti, ids });

/** The endpoint of who takes receipts: a refused one may be large, and its entry in the journal keeps it whole. */
export const endpointRicevute = { ...endpoint, giornale: wireUnitOfWork({}, documenti) };
