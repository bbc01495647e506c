/** Debts from the forms of operators. */
import type { InoltroForm } from "../../ports/inoltro-form.ts";
import { createDaForm } from "../../usecases/pendenze/create-da-form.ts";
import { forwardForm } from "../../usecases/pendenze/forward-form.ts";
import { readPendenzaForm } from "../pendenze/read-pendenza-form.ts";
import { anagrafiche, clock, giornale, ids } from "./base.ts";

const inoltro: InoltroForm = {
  forward: async (...argomenti) => (await import("./inoltro-form.ts")).inoltro.forward(...argomenti),
};

export const readForm = createDaForm(
  { anagrafiche, clock, ids, readPendenza: readPendenzaForm, forward: forwardForm({ anagrafiche, inoltro, giornale, clock, ids }) },
  "portaleBackoffice",
);
