/** What acts on the dead letters: the message that is thrown away goes whole to the journal, however large. */
import { wireUnitOfWork } from "./base.ts";
import { documenti } from "./documenti.ts";
import { porteScarti } from "./scarti.ts";

export const porteGestioneScarti = { ...porteScarti, giornale: wireUnitOfWork({}, documenti) };
