/** The messages that wait for their day. */
import { ArchivioComunicazioni } from "../../adapters/archivio/comunicazioni.ts";
import { mappaScadenzaPromemoria } from "../../adapters/archivio/mappe-uscite.ts";
import { clock, deposito, wireUnitOfWork } from "./base.ts";

export const porteScadenzePromemoria = {
  comunicazioni: new ArchivioComunicazioni(deposito),
  unitOfWork: wireUnitOfWork({ scadenzaPromemoria: mappaScadenzaPromemoria }),
  clock,
};
