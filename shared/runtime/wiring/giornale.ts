/** Reads of the journal, with its messages. */
import { GiornaleArchivio } from "../../adapters/archivio/giornale.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { deposito, giornale as scritture } from "./base.ts";
import { documenti } from "./documenti.ts";

export const porteGiornale = {
  giornale: new GiornaleArchivio(deposito, documenti),
  registro: new ArchivioRegistro(deposito),
  unitOfWork: scritture,
};
