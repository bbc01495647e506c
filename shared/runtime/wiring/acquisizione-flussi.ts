/** The acquisition of flows from FdR-3. */
import { mappaFlusso, mappaSegnalibro } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { createHttpClient } from "../../adapters/http/client.ts";
import { createFdr } from "../../adapters/http/fdr.ts";
import { clock, wireUnitOfWork } from "./base.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";

export const porteAcquisizione = {
  ...porteRendicontazioni,
  fdr: createFdr(createHttpClient({ clock })),
  unitOfWork: wireUnitOfWork({ flusso: mappaFlusso, segnalibro: mappaSegnalibro }),
  clock,
};
