/** Verification of a notice: reads only. */
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import { verifyAvviso } from "../../usecases/pagamenti/verify-avviso.ts";
import { anagrafiche, clock, deposito } from "./base.ts";

export const verify = verifyAvviso({ posizioni: new ArchivioPosizioni(deposito), anagrafiche, clock });
