/** Summaries of the queues of the creditors that the caller may see. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Riepilogo } from "../../domain/anomalie/riepilogo.ts";
import type { Anomalie } from "../../ports/anomalie.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";

export interface FiltriRiepiloghi {
  readonly idDominio?: string;
  readonly coda?: string;
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

export const findRiepiloghi =
  ({ anomalie }: { readonly anomalie: Pick<Anomalie, "findRiepiloghi"> }) =>
  ({ idDominio, ...filtri }: FiltriRiepiloghi, pagina: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Riepilogo>> =>
    anomalie.findRiepiloghi({ ...filtri, domini: ambitoDomini(chiamante, idDominio).domini }, pagina);
