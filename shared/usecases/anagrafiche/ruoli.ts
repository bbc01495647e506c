/** Roles, as they are read: the same for everybody who may see roles. */
import type { Ruolo } from "../../domain/anagrafiche/applicazione.ts";
import { asStored, defineAnagrafica } from "./anagrafica.ts";

export const ruoli = defineAnagrafica({
  entita: "ruolo",
  view: asStored<Ruolo>,
  sees: () => true,
  matches: () => true,
  idDi: ({ idRuolo }) => idRuolo,
  ordinabili: { id: ({ idRuolo }: Ruolo) => idRuolo },
});
