/** The list of debts for operators: the same query, with the names of the debt types (registry, in memory). */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import type { RichiestaPagina } from "../../ports/pagina.ts";
import { type ElencoPendenze, findPendenze, type RichiestaElenco } from "./find-pendenze.ts";
import type { PorteLettura } from "./get-pendenza.ts";
import { loadTipi } from "./load-anagrafica.ts";

export interface ElencoOperatore extends ElencoPendenze {
  readonly tipi: ReadonlyMap<string, TipoPendenza>;
}

export const findPendenzeOperatore = (porte: PorteLettura) => {
  const find = findPendenze(porte);
  return async (filtri: RichiestaElenco, pagina: RichiestaPagina, chiamante: Chiamante): Promise<ElencoOperatore> => {
    const elenco = await find(filtri, pagina, chiamante);
    return { ...elenco, tipi: await loadTipi(porte.anagrafiche, elenco.pagina.elementi) };
  };
};
