/** What changed in the accounts, for whoever asks. */
import { ArchivioVariazioni } from "../../adapters/archivio/variazioni.ts";
import { clock, deposito } from "./base.ts";

export const porteVariazioni = { variazioni: new ArchivioVariazioni(deposito, clock), clock };
