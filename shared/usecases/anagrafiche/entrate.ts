/** Income codes of the installation, as they are read. */
import type { Entrata } from "../../domain/anagrafiche/creditore.ts";
import { asStored, defineAnagrafica } from "./anagrafica.ts";

export const entrate = defineAnagrafica({
  entita: "entrata",
  view: asStored<Entrata>,
  sees: () => true,
  matches: () => true,
  idDi: (voce) => voce.idEntrata,
  ordinabili: { idEntrata: (voce: Entrata) => voce.idEntrata, descrizione: (voce: Entrata) => voce.descrizione },
});
