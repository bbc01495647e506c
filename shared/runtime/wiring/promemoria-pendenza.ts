/** The messages of one debt, for operators. */
import { ArchivioComunicazioni } from "../../adapters/archivio/comunicazioni.ts";
import { mappaPromemoria } from "../../adapters/archivio/mappe-uscite.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";

export const porteLetturaComunicazioni = { comunicazioni: new ArchivioComunicazioni(deposito), anagrafiche, clock };
export const porteRispedizione = { ...porteLetturaComunicazioni, unitOfWork: wireUnitOfWork({ promemoria: mappaPromemoria }), ids };
