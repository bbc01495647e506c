/** What the report on whose money it is reads: receipts, rows of flows, and the rules for what has no debt here. */
import { rendicontazioni } from "./letture-contabili.ts";
import { esterni } from "./pagamenti-esterni.ts";
import { posizioni } from "./posizioni.ts";

export const porteBeneficiari = { posizioni, rendicontazioni, esterni };
