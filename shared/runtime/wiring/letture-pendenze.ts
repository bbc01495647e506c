/** Reading of debts and notices. */
import { anagrafiche, clock } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const porteLettura = { posizioni, anagrafiche, clock };
