/** Loading of debts by operators: attachments to the bucket, and the notice printed when asked for. */
import { printAvviso } from "../../usecases/pendenze/print-avviso.ts";
import { savePendenzaOperatore } from "../../usecases/pendenze/save-pendenza-operatore.ts";
import { allegati } from "./allegati.ts";
import { porteScrittura } from "./pendenze.ts";
import { stampaAvviso } from "./stampa-avviso.ts";

export const save = savePendenzaOperatore({ ...porteScrittura, allegati });
export const print = printAvviso({ ...porteScrittura, stampaAvviso });
