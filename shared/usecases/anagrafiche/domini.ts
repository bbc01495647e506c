/** Creditors, as they are read: an operator limited to some of them sees no other. */
import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import { asStored, defineAnagrafica, type Padre } from "./anagrafica.ts";
import { containsTesto } from "./contains-testo.ts";

interface Filtri {
  readonly abilitato?: boolean | undefined;
  readonly idStazione?: string | undefined;
  readonly idDominio?: string | undefined;
  readonly ragioneSociale?: string | undefined;
  readonly intermediato?: boolean | undefined;
}

export const domini = defineAnagrafica({
  entita: "dominio",
  view: asStored<Dominio>,
  sees: (chiamante, voce) => seesDominio(chiamante, voce.idDominio),
  matches: (voce, filtri: Filtri) =>
    (filtri.abilitato === undefined || voce.abilitato === filtri.abilitato) &&
    (filtri.intermediato === undefined || voce.intermediato === filtri.intermediato) &&
    (filtri.idStazione === undefined || voce.stazione === filtri.idStazione) &&
    containsTesto(voce.idDominio, filtri.idDominio) &&
    containsTesto(voce.ragioneSociale, filtri.ragioneSociale),
  idDi: (voce) => voce.idDominio,
  ordinabili: { ragioneSociale: (voce: Dominio) => voce.ragioneSociale, idDominio: (voce: Dominio) => voce.idDominio },
});

/** Whether the creditor exists and the caller may see it. */
export const hasDominio: Padre = async ({ registro }, id, chiamante) =>
  seesDominio(chiamante, id) && (await registro.get("dominio", id)) !== undefined;
