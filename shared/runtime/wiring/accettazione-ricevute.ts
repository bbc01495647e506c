/** Acceptance of a receipt: queue and bucket, no table. */
import { acceptRicevuta } from "../../usecases/pagamenti/accept-ricevuta.ts";
import { ids } from "./base.ts";
import { codaRicevute } from "./code.ts";
import { documenti } from "./documenti.ts";

export const accept = acceptRicevuta({ coda: codaRicevute, documenti, ids });
