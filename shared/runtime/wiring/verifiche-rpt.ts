/** Verification of an awaited payment of the legacy family. */
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import { verifyRpt } from "../../usecases/pagamenti/storico/verify-rpt.ts";
import { attualizza } from "./attualizzazione.ts";
import { anagrafiche, clock, deposito } from "./base.ts";

export const verify = verifyRpt({ posizioni: new ArchivioPosizioni(deposito), anagrafiche, clock, attualizza });
