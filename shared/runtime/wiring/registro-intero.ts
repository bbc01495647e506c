/** The registry with the entries that only some functions know: who reads no more than the base does not carry them (docs/adr/0004). */
import { ArchivioRegistro, mappeAnagrafiche } from "../../adapters/archivio/registro.ts";
import { letturaAnagrafiche, scritturaAnagrafiche } from "./anagrafiche.ts";
import { deposito, wireUnitOfWork } from "./base.ts";

const registro = new ArchivioRegistro(deposito);

export const letturaRegistroIntero = { ...letturaAnagrafiche, registro };

export const scritturaRegistroIntero = { ...scritturaAnagrafiche, registro, unitOfWork: wireUnitOfWork(mappeAnagrafiche) };
