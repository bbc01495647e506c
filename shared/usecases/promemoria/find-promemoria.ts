/** The reminders of the creditors that the caller may see, the newest first. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Promemoria } from "../../domain/promemoria/promemoria.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ElencoPromemoria } from "../../ports/promemoria.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";

export interface FiltriPromemoria {
  readonly stato?: string;
  readonly tipo?: string;
  readonly da?: string;
  readonly a?: string;
}

export const createFindPromemoria =
  ({ promemoria }: { readonly promemoria: ElencoPromemoria }) =>
  (filtri: FiltriPromemoria, richiesta: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Promemoria>> =>
    promemoria.findPromemoria({ ...filtri, domini: ambitoDomini(chiamante, undefined).domini, ordine: "desc" }, richiesta);
