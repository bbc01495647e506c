/** Debts from forms: those of operators, and what those of citizens share with them. */
import { createHash } from "node:crypto";
import type { InoltroForm } from "../../ports/inoltro-form.ts";
import { createDaForm } from "../../usecases/pendenze/create-da-form.ts";
import { forwardForm } from "../../usecases/pendenze/forward-form.ts";
import { readPendenzaForm } from "../pendenze/read-pendenza-form.ts";
import { anagrafiche, clock, giornale, ids } from "./base.ts";

const inoltro: InoltroForm = {
  forward: async (...argomenti) => (await import("./inoltro-form.ts")).inoltro.forward(...argomenti),
};

export const porteForm = {
  ...{ anagrafiche, clock, ids, readPendenza: readPendenzaForm },
  forward: forwardForm({ anagrafiche, inoltro, giornale, clock, ids }),
  impronta: (contenuto: Uint8Array) => createHash("sha256").update(contenuto).digest("base64"),
};

export const readForm = createDaForm(porteForm, "portaleBackoffice", () => "NON_PROCESSABILE").create;
