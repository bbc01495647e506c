/** The repair queue of the missing receipts: reads, and what an operator does about one. */

import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { mappaRecupero } from "../../adapters/archivio/mappe-recupero.ts";
import { ArchivioRecuperi } from "../../adapters/archivio/recuperi.ts";
import { anagrafiche, clock, deposito, wireUnitOfWork } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const porteRecuperi = {
  anagrafiche,
  registro: createRegistroDiBase(deposito),
  recuperi: new ArchivioRecuperi(deposito),
  posizioni,
  unitOfWork: wireUnitOfWork({ recupero: mappaRecupero }),
  clock,
};
