/** What every primitive of the Node needs before its own business. */
import { checkTestata } from "../../usecases/pagamenti/check-testata.ts";
import { config } from "../config/config.ts";
import type { PorteEndpoint } from "../soap-operation.ts";
import { anagrafiche, clock, giornale, ids } from "./base.ts";

export const endpoint: PorteEndpoint = {
  anagrafiche,
  clock,
  ids,
  giornale,
  autenticazione: { chiave: config.chiaveCredenziali, amministratore: config.amministratore, modi: config.autenticazione },
};

export const testate = checkTestata({ anagrafiche });
