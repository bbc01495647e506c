/** Reads of the last check of certificates and keys. */
import { ScadenzeArchivio } from "../../adapters/archivio/scadenze.ts";
import { clock, deposito } from "./base.ts";

export const porteScadenze = { archivio: new ScadenzeArchivio(deposito), clock };
