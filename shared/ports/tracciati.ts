/** Bulk batches and their stages, as they are read. They change through the unit of work. */
import type { TappaTracciato, Tracciato } from "../domain/tracciati/tracciato.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";

export interface FiltriTracciati {
  /** Only the batches of this application. */
  readonly idA2A?: string;
  readonly idDominio?: string;
  readonly stati?: readonly string[];
  /** Creditors that the caller may see; batches of no creditor are seen only by who sees all of them. */
  readonly domini: "*" | readonly string[];
}

export interface Tracciati {
  get(id: string): Promise<Tracciato | undefined>;
  /** Latest first. */
  find(filtri: FiltriTracciati, pagina: RichiestaPagina): Promise<Pagina<Tracciato>>;
  /** Stages in order, from the given one. */
  findTappe(id: string, da: number, limite: number): Promise<readonly TappaTracciato[]>;
  /** Id of the batch that already holds this file. */
  findDoppio(chiave: string): Promise<string | undefined>;
}
