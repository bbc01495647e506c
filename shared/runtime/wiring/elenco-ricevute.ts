/** The list of receipts alone: without the flows, which a list of receipts does not read. */
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { anagrafiche, deposito } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const porteElencoRicevute = { anagrafiche, registro: createRegistroDiBase(deposito), posizioni };
