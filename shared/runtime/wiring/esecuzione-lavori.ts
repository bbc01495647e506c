/** The reservation and the state of the scheduled jobs, for the jobs themselves. */
import { ArchivioLavori } from "../../adapters/archivio/lavori.ts";
import { mappaEsecuzione, mappaLavoro } from "../../adapters/archivio/mappe-lavoro.ts";
import { clock, deposito, wireUnitOfWork } from "./base.ts";

export const porteEsecuzione = {
  lavori: new ArchivioLavori(deposito),
  unitOfWork: wireUnitOfWork({ lavoro: mappaLavoro, esecuzione: mappaEsecuzione }),
  clock,
};
