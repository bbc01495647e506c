/** Income codes of a creditor, as they are read: each with the common one it refines. */

import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { EntrataDominio } from "../../domain/anagrafiche/creditore.ts";
import type { VistaEntrataDominio } from "../../domain/anagrafiche/viste.ts";
import { defineAnagrafica } from "./anagrafica.ts";
import { containsTesto } from "./contains-testo.ts";
import { joinComuni } from "./join-comuni.ts";

interface Filtri {
  readonly abilitato?: boolean | undefined;
  readonly descrizione?: string | undefined;
}

export const entrateDominio = defineAnagrafica({
  entita: "entrataDominio",
  view: (registro, voci: readonly EntrataDominio[]): Promise<VistaEntrataDominio[]> =>
    joinComuni(
      registro,
      "entrata",
      voci,
      (voce) => voce.idEntrata,
      (voce) => voce.idEntrata,
    ),
  sees: (chiamante, vista) => seesDominio(chiamante, vista.propria.idDominio),
  matches: (vista, filtri: Filtri) =>
    (filtri.abilitato === undefined || vista.propria.abilitato === filtri.abilitato) &&
    containsTesto(vista.comune.descrizione, filtri.descrizione),
  idDi: (vista) => vista.propria.idEntrata,
  ordinabili: {
    idEntrata: (vista: VistaEntrataDominio) => vista.propria.idEntrata,
    descrizione: (vista: VistaEntrataDominio) => vista.comune.descrizione,
  },
});
