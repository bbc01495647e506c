/** Texts of banks that nobody could read, and the decisions about them. */
import { ArchivioCausali } from "../../adapters/archivio/causali.ts";
import { ArchivioContatori } from "../../adapters/archivio/contatori.ts";
import { ArchivioTesoreria } from "../../adapters/archivio/tesoreria.ts";
import { clock, deposito } from "./base.ts";

export const porteCausali = {
  contatori: new ArchivioContatori(deposito, clock),
  causali: new ArchivioCausali(deposito),
  tesoreria: new ArchivioTesoreria(deposito),
  clock,
};
