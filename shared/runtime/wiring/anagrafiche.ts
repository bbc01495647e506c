/** The registry for who administers it: uncached reads, writes, and the hash of passwords. */
import { createRegistroDiBase, mappeDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { hashPassword } from "../../adapters/sistema/password.ts";
import { checkIndirizzo } from "../../domain/valori/indirizzo-esterno.ts";
import { config } from "../config/config.ts";
import { clock, deposito, wireUnitOfWork } from "./base.ts";

const registro = createRegistroDiBase(deposito);

export const letturaAnagrafiche = { registro };

export const scritturaAnagrafiche = {
  registro,
  unitOfWork: wireUnitOfWork(mappeDiBase),
  password: { hash: hashPassword },
  clock,
  checkIndirizzo: (url: string) => checkIndirizzo(url, config.hostInterni),
};
