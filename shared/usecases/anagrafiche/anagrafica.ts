/**
 * The one way to read a registry: an entry, or a page of them, seen with what they refer to and only by who may see them.
 * A resource is described once, as data; detail and list follow the same rule of visibility. Registries are small (thousands of entries):
 * one query reads them whole, filters and sorting happen here.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { EntitaAnagrafica, EntitaDiBase, Registro, RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Pagina } from "../../ports/pagina.ts";
import type { Entita } from "../../ports/unit-of-work.ts";
import { pageElenco, type RichiestaElenco } from "./page-elenco.ts";

export interface PorteLettura<E extends EntitaAnagrafica = EntitaDiBase> {
  readonly registro: Registro<E>;
}

/** `V` is what is shown of the entry, `F` the filters of the list, `C` the fields it can be sorted on. */
export interface Anagrafica<E extends EntitaAnagrafica, V, F, C extends string> {
  readonly entita: E;
  /** From entries to views, with what they refer to, in as few requests as possible. */
  readonly view: (registro: RegistroDiBase, voci: readonly Entita[E][]) => Promise<readonly V[]>;
  readonly sees: (chiamante: Chiamante, vista: V) => boolean;
  readonly matches: (vista: V, filtri: F, chiamante: Chiamante) => boolean;
  readonly idDi: (vista: V) => string;
  readonly ordinabili: Readonly<Record<C, (vista: V) => string>>;
}

/** Keeps the types of the description. */
export const defineAnagrafica = <E extends EntitaAnagrafica, V, F, C extends string>(
  anagrafica: Anagrafica<E, V, F, C>,
): Anagrafica<E, V, F, C> => anagrafica;

/** For resources that show nothing but themselves. */
export const asStored = async <T>(_registro: RegistroDiBase, voci: readonly T[]): Promise<readonly T[]> => voci;

export interface ChiaveVoce {
  readonly id: string;
  /** Id of the parent, where the resource has one. */
  readonly ambito?: string;
}

/** An entry that the caller may not see answers as if it did not exist. */
export const getVoce =
  <E extends EntitaAnagrafica, V, F, C extends string>(anagrafica: Anagrafica<E, V, F, C>) =>
  ({ registro }: PorteLettura<E | EntitaDiBase>) =>
  async ({ id, ambito }: ChiaveVoce, chiamante: Chiamante): Promise<Esito<V, Rifiuto<"NON_TROVATO">>> => {
    const voce = await registro.get(anagrafica.entita, id, ambito);
    const [vista] = voce ? await anagrafica.view(registro, [voce]) : [];
    return vista !== undefined && anagrafica.sees(chiamante, vista) ? ok(vista) : rifiuto("NON_TROVATO", id);
  };

export interface Ricerca<F, C extends string> {
  readonly filtri: F;
  readonly richiesta: RichiestaElenco<C>;
  readonly chiamante: Chiamante;
}

/** A page of the entries (of a parent) that match and that the caller may see. */
export const findVoci =
  <E extends EntitaAnagrafica, V, F, C extends string>(anagrafica: Anagrafica<E, V, F, C>) =>
  ({ registro }: PorteLettura<E | EntitaDiBase>) =>
  async ({ filtri, richiesta, chiamante }: Ricerca<F, C>, ambito?: string): Promise<Pagina<V>> => {
    const viste = await anagrafica.view(registro, await registro.list(anagrafica.entita, ambito));
    const trovate = viste.filter((vista) => anagrafica.sees(chiamante, vista) && anagrafica.matches(vista, filtri, chiamante));
    return pageElenco(trovate, richiesta, anagrafica.ordinabili, anagrafica.idDi);
  };

/** Whether a parent exists and the caller may see it. */
export type Padre = (porte: PorteLettura, id: string, chiamante: Chiamante) => Promise<boolean>;

/** The page of a parent's entries; a parent that the caller may not see has no list. */
export const findFigli = <E extends EntitaAnagrafica, V, F, C extends string>(anagrafica: Anagrafica<E, V, F, C>, padre: Padre) => {
  const find = findVoci(anagrafica);
  return (porte: PorteLettura<E | EntitaDiBase>) =>
    async (ricerca: Ricerca<F, C>, ambito: string): Promise<Esito<Pagina<V>, Rifiuto<"NON_TROVATO">>> =>
      (await padre(porte, ambito, ricerca.chiamante)) ? ok(await find(porte)(ricerca, ambito)) : rifiuto("NON_TROVATO", ambito);
};
