/** Verification of a notice. */
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import { verifyAvviso } from "../../usecases/pagamenti/verify-avviso.ts";
import { attualizza } from "./attualizzazione.ts";
import { anagrafiche, clock, deposito } from "./base.ts";

export const verify = verifyAvviso({ posizioni: new ArchivioPosizioni(deposito), anagrafiche, clock, attualizza });
