/** Reading of bulk batches: store only, so that a list does not carry the bucket. */
import { ArchivioTracciati } from "../../adapters/archivio/tracciati.ts";
import { clock, deposito } from "./base.ts";

export const porteTracciati = { tracciati: new ArchivioTracciati(deposito), clock };
