/** Intermediaries, as they are read. */
import type { Intermediario } from "../../domain/anagrafiche/creditore.ts";
import { asStored, defineAnagrafica, type Padre } from "./anagrafica.ts";

interface Filtri {
  readonly abilitato?: boolean | undefined;
}

export const intermediari = defineAnagrafica({
  entita: "intermediario",
  view: asStored<Intermediario>,
  sees: () => true,
  matches: (voce, { abilitato }: Filtri) => abilitato === undefined || voce.abilitato === abilitato,
  idDi: (voce) => voce.idIntermediario,
  ordinabili: {
    denominazione: (voce: Intermediario) => voce.denominazione,
    idIntermediario: (voce: Intermediario) => voce.idIntermediario,
  },
});

export const hasIntermediario: Padre = async ({ registro }, id) => (await registro.get("intermediario", id)) !== undefined;
