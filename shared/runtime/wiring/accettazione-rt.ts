/** Acceptance of a receipt of the legacy family: queue and bucket, and one read to choose the words of the answer. */
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import { acceptRt } from "../../usecases/pagamenti/storico/accept-rt.ts";
import { logger } from "../osservabilita.ts";
import { accept as acceptRicevuta } from "./accettazione-ricevute.ts";
import { deposito } from "./base.ts";

export const accept = acceptRt({
  posizioni: new ArchivioPosizioni(deposito),
  accept: acceptRicevuta,
  onLetturaFallita: (errore) =>
    logger.error("RT accettata senza leggere la posizione", { errore: errore instanceof Error ? errore : String(errore) }),
});
