/** The registry for portals: what is remembered of a creditor, and the lists that are not. */
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { anagrafiche, deposito } from "./base.ts";

export const portePortale = { anagrafiche, registro: createRegistroDiBase(deposito) };
