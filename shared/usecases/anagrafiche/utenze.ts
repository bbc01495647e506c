/** Applications and operators, as they are read: only those whose scope is within the caller's. The detail names what the scope refers to. */

import type { Applicazione, Chiamante, Operatore } from "../../domain/anagrafiche/applicazione.ts";
import type { DominioInAmbito, VistaUtenza } from "../../domain/anagrafiche/viste.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import { coversAmbiti } from "./ambiti.ts";
import { type Anagrafica, asStored, defineAnagrafica, getVoce, type PorteLettura } from "./anagrafica.ts";
import { containsTesto } from "./contains-testo.ts";

interface Filtri {
  readonly abilitato?: boolean | undefined;
}

export const applicazioni = defineAnagrafica({
  entita: "applicazione",
  view: asStored<Applicazione>,
  sees: coversAmbiti,
  matches: (voce, filtri: Filtri & { readonly idA2A?: string | undefined; readonly principal?: string | undefined }) =>
    (filtri.abilitato === undefined || voce.abilitato === filtri.abilitato) &&
    containsTesto(voce.idA2A, filtri.idA2A) &&
    containsTesto(voce.principal, filtri.principal),
  idDi: (voce) => voce.idA2A,
  ordinabili: { idA2A: (voce: Applicazione) => voce.idA2A, principal: (voce: Applicazione) => voce.principal },
});

export const operatori = defineAnagrafica({
  entita: "operatore",
  view: asStored<Operatore>,
  sees: coversAmbiti,
  matches: (voce, filtri: Filtri) => filtri.abilitato === undefined || voce.abilitato === filtri.abilitato,
  idDi: (voce) => voce.principal,
  ordinabili: { ragioneSociale: (voce: Operatore) => voce.ragioneSociale, principal: (voce: Operatore) => voce.principal },
});

const presenti = <T>(voci: readonly (T | undefined)[]): T[] => voci.flatMap((voce) => (voce === undefined ? [] : [voce]));

const loadDomini = async (registro: RegistroDiBase, domini: Exclude<Chiamante["domini"], "*">): Promise<DominioInAmbito[]> => {
  const trovati = await Promise.all(
    domini.map(async ({ idDominio, unitaOperative = [] }) => {
      const [dominio, unita] = await Promise.all([
        registro.get("dominio", idDominio),
        Promise.all(unitaOperative.map((id) => registro.get("unitaOperativa", id, idDominio))),
      ]);
      return dominio && { dominio, unita: presenti(unita) };
    }),
  );
  return presenti(trovati);
};

const loadVista = async <U extends Applicazione | Operatore>(registro: RegistroDiBase, utenza: U): Promise<VistaUtenza<U>> => {
  const [domini, tipi, ruoli] = await Promise.all([
    utenza.domini === "*" ? ("*" as const) : loadDomini(registro, utenza.domini),
    utenza.tipiPendenza === "*" ? ("*" as const) : Promise.all(utenza.tipiPendenza.map((id) => registro.get("tipoPendenza", id))),
    Promise.all(utenza.ruoli.map((id) => registro.get("ruolo", id))),
  ]);
  return { utenza, domini, tipiPendenza: tipi === "*" ? "*" : presenti(tipi), ruoli: presenti(ruoli) };
};

/** The detail of an utenza, with the names of what its scope refers to. */
export const getUtenza =
  <E extends "applicazione" | "operatore", U extends Applicazione | Operatore, F, C extends string>(anagrafica: Anagrafica<E, U, F, C>) =>
  (porte: PorteLettura) =>
  async (id: string, chiamante: Chiamante): Promise<Esito<VistaUtenza<U>, Rifiuto<"NON_TROVATO">>> => {
    const esito = await getVoce(anagrafica)(porte)({ id }, chiamante);
    return esito.ok ? ok(await loadVista(porte.registro, esito.valore)) : esito;
  };
