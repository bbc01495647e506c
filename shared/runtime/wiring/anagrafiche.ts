/** The registry for who administers it: uncached reads, writes, and the hash of passwords. */
import { ArchivioRegistro, mappeAnagrafiche } from "../../adapters/archivio/registro.ts";
import { hashPassword } from "../../adapters/sistema/password.ts";
import { deposito, wireUnitOfWork } from "./base.ts";

const registro = new ArchivioRegistro(deposito);

export const letturaAnagrafiche = { registro };

export const scritturaAnagrafiche = { registro, unitOfWork: wireUnitOfWork(mappeAnagrafiche), password: { hash: hashPassword } };
