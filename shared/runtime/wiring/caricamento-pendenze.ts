/** Loading of debts by PUT: attachments to the bucket, and the notice printed when asked for. */
import { printAvviso } from "../../usecases/pendenze/print-avviso.ts";
import { savePendenza } from "../../usecases/pendenze/save-pendenza.ts";
import { allegati } from "./allegati.ts";
import { porteScrittura } from "./pendenze.ts";
import { stampaAvviso } from "./stampa-avviso.ts";

export const save = savePendenza({ ...porteScrittura, allegati });
export const print = printAvviso({ ...porteScrittura, stampaAvviso });
