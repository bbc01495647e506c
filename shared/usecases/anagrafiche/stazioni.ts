/** Stations, as they are read. */
import type { Stazione } from "../../domain/anagrafiche/creditore.ts";
import { asStored, defineAnagrafica } from "./anagrafica.ts";

interface Filtri {
  readonly abilitato?: boolean | undefined;
}

export const stazioni = defineAnagrafica({
  entita: "stazione",
  view: asStored<Stazione>,
  sees: () => true,
  matches: (voce, { abilitato }: Filtri) => abilitato === undefined || voce.abilitato === abilitato,
  idDi: (voce) => voce.idStazione,
  ordinabili: { idStazione: (voce: Stazione) => voce.idStazione },
});
