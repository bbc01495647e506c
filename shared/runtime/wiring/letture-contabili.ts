/** Reads of flows and reconciliations, with what they collected: without the lists of debts, that they do not read. */
import { PosizioniPerChiave } from "../../adapters/archivio/posizioni-per-chiave.ts";
import { ArchivioRendicontazioni } from "../../adapters/archivio/rendicontazioni.ts";
import { anagrafiche, deposito } from "./base.ts";

export const rendicontazioni = new ArchivioRendicontazioni(deposito);
export const porteContabili = { anagrafiche, posizioni: new PosizioniPerChiave(deposito), rendicontazioni };
