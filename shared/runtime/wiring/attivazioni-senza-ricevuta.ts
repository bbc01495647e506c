/** Search of the activations that no receipt closed. */
import { mappaRecupero, mappaSegnalibroAttivazioni } from "../../adapters/archivio/mappe-recupero.ts";
import { ArchivioRecuperi } from "../../adapters/archivio/recuperi.ts";
import { clock, deposito, wireUnitOfWork } from "./base.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";

const { posizioni, registro } = porteRendicontazioni;

export const porteAttivazioni = {
  registro,
  posizioni,
  recuperi: new ArchivioRecuperi(deposito),
  unitOfWork: wireUnitOfWork({ recupero: mappaRecupero, segnalibroAttivazioni: mappaSegnalibroAttivazioni }),
  clock,
};
