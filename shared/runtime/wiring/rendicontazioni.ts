/** Reads of flows, receipts and collected amounts. */
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { anagrafiche, deposito } from "./base.ts";
import { rendicontazioni } from "./letture-contabili.ts";
import { posizioni } from "./posizioni.ts";

export { rendicontazioni };
export const porteRendicontazioni = { anagrafiche, registro: createRegistroDiBase(deposito), posizioni, rendicontazioni };
