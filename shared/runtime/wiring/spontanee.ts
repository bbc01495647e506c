/** Spontaneous debts from the citizen's form, attachments in the bucket. */
import { saveSpontanea } from "../../usecases/pendenze/save-spontanea.ts";
import { allegati } from "./allegati.ts";
import { porteForm } from "./form.ts";
import { porteScrittura } from "./pendenze.ts";

export const spontanee = saveSpontanea({ ...porteForm, ...porteScrittura, allegati });
