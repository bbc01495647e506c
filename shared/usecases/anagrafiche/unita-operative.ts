/** Operating units, as they are read: who is limited to some units of a creditor sees only those. */
import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { UnitaOperativa } from "../../domain/anagrafiche/creditore.ts";
import { asStored, defineAnagrafica } from "./anagrafica.ts";
import { containsTesto } from "./contains-testo.ts";

interface Filtri {
  readonly abilitato?: boolean | undefined;
  readonly ragioneSociale?: string | undefined;
}

export const unitaOperative = defineAnagrafica({
  entita: "unitaOperativa",
  view: asStored<UnitaOperativa>,
  sees: (chiamante, voce) => seesDominio(chiamante, voce.idDominio, voce.idUnita),
  matches: (voce, filtri: Filtri) =>
    (filtri.abilitato === undefined || voce.abilitato === filtri.abilitato) && containsTesto(voce.ragioneSociale, filtri.ragioneSociale),
  idDi: (voce) => voce.idUnita,
  ordinabili: { ragioneSociale: (voce: UnitaOperativa) => voce.ragioneSociale, idUnita: (voce: UnitaOperativa) => voce.idUnita },
});
