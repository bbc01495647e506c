/** Debts born with a payment: by the rules of a PUT, without attachments. */
import { savePendenza } from "../../usecases/pendenze/save-pendenza.ts";
import { porteScrittura } from "./pendenze.ts";

export { toNuovaPendenza } from "../../presenters/pendenze/nuova-pendenza.ts";
export const save = savePendenza(porteScrittura);
