/** Exports of lists: to ask for one. */
import { mappaEsportazione } from "../../adapters/archivio/esportazioni.ts";
import { clock, ids, wireUnitOfWork } from "./base.ts";

export const richiestaEsportazioni = { clock, ids, unitOfWork: wireUnitOfWork({ esportazione: mappaEsportazione }) };
