/** The repair queue of the missing receipts: reads, and what an operator does about one. */
import { mappaRecupero } from "../../adapters/archivio/mappe-recupero.ts";
import { ArchivioRecuperi } from "../../adapters/archivio/recuperi.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { anagrafiche, clock, deposito, wireUnitOfWork } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const porteRecuperi = {
  anagrafiche,
  registro: new ArchivioRegistro(deposito),
  recuperi: new ArchivioRecuperi(deposito),
  posizioni,
  unitOfWork: wireUnitOfWork({ recupero: mappaRecupero }),
  clock,
};
