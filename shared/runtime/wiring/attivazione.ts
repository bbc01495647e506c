/** What the activation of a creditor depends on. */
import { createAttivazioni } from "../../adapters/archivio/attivazione.ts";
import { deposito } from "./base.ts";

export const attivazioni = createAttivazioni(deposito);
