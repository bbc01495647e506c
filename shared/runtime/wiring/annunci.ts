/** What is told outside, as it is read by those who cannot be called. */
import { ArchivioAnnunci } from "../../adapters/archivio/annunci.ts";
import { clock, deposito, ids } from "./base.ts";

export const porteAnnunci = { annunci: new ArchivioAnnunci({ deposito, clock, ids }), clock };
