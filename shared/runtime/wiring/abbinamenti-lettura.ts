/** Reads of what is known of the money, transfer by transfer. */
import { ArchivioProve } from "../../adapters/archivio/prove.ts";
import { ArchivioTesoreria } from "../../adapters/archivio/tesoreria.ts";
import { abbinamenti } from "./abbinamenti.ts";
import { deposito } from "./base.ts";

export const porteRiscontri = { abbinamenti, prove: new ArchivioProve(deposito), tesoreria: new ArchivioTesoreria(deposito) };
