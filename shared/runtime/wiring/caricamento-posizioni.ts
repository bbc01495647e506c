/** Loading of many positions in one call, by the use cases of the single ones. */
import { loadPosizioni } from "../../usecases/pendenze/load-posizioni.ts";
import { updatePendenza } from "../../usecases/pendenze/update-pendenza.ts";
import { save } from "./caricamento-pendenze.ts";
import { porteScrittura } from "./pendenze.ts";

export const load = loadPosizioni({ save, update: updatePendenza(porteScrittura) });
