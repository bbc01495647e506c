/** Reads of the reminders. */
import type { Promemoria } from "../domain/promemoria/promemoria.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { FiltriPerDominio } from "./posizioni.ts";

export interface ElencoPromemoria {
  /** By the instant in which each was decided. */
  findPromemoria(
    filtri: Omit<FiltriPerDominio, "iuv"> & { readonly stato?: string; readonly tipo?: string },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Promemoria>>;
}
