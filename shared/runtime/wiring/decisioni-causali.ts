/** Where the decisions about the texts of banks are written. */
import { mappaDecisioneCausale } from "../../adapters/archivio/causali.ts";
import { wireUnitOfWork } from "./base.ts";
import { porteCausali } from "./causali.ts";

export const porteDecisioni = { ...porteCausali, unitOfWork: wireUnitOfWork({ decisioneCausale: mappaDecisioneCausale }) };
