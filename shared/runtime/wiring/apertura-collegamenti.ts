/** What public links open. */
import { openCollegamento as createOpen } from "../../usecases/accessi/open-collegamento.ts";
import { collegamenti } from "./collegamenti.ts";
import { porteLettura } from "./letture-pendenze.ts";
import { stampaRicevuta } from "./stampa-ricevuta.ts";
import { print } from "./stampe.ts";

export const openCollegamento = createOpen({ ...porteLettura, collegamenti, stampaRicevuta, printAvviso: print });
