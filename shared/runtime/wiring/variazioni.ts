/** Change of a stored debt: store, unit of work. */
import { mappaPendenza } from "../../adapters/archivio/mappe-posizione.ts";
import { clock, ids, wireUnitOfWork } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const porteVariazione = { posizioni, unitOfWork: wireUnitOfWork({ pendenza: mappaPendenza }), clock, ids };
