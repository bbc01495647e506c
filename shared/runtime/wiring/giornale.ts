/** Reads of the journal, with its messages. */
import { GiornaleArchivio } from "../../adapters/archivio/giornale.ts";
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { deposito, giornale as scritture } from "./base.ts";
import { documenti } from "./documenti.ts";

export const porteGiornale = {
  giornale: new GiornaleArchivio(deposito, documenti),
  registro: createRegistroDiBase(deposito),
  unitOfWork: scritture,
};
