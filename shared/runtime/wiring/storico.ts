/** What every primitive of the legacy family needs before its own business. */
import { checkIntestazione } from "../../usecases/pagamenti/storico/check-intestazione.ts";
import { anagrafiche } from "./base.ts";

export const intestazioni = checkIntestazione({ anagrafiche });
