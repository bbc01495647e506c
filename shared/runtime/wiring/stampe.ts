/** Printing of notices for the functions that give them out: kept in the document bucket, printed only when it does not have them. */
import { createStampaInCache } from "../../adapters/pdf/stampa-in-cache.ts";
import { printPendenze } from "../../usecases/pendenze/print-avviso.ts";
import { logger } from "../osservabilita.ts";
import { documenti } from "./documenti.ts";
import { porteLettura } from "./letture-pendenze.ts";
import { stampaAvviso } from "./stampa-avviso.ts";

const segnala = (errore: unknown): void =>
  logger.warn("stampa non letta o non conservata nel deposito", { errore: errore instanceof Error ? errore : String(errore) });

export const print = printPendenze({ ...porteLettura, stampaAvviso: createStampaInCache({ documenti, stampa: stampaAvviso, segnala }) });
