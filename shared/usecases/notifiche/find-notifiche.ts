/** The notifications of the creditors that the caller may see, the newest first. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Notifica } from "../../domain/notifiche/notifica.ts";
import type { Notifiche } from "../../ports/notifiche.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";

export interface FiltriNotifiche {
  readonly idDominio?: string;
  readonly idA2A?: string;
  readonly stato?: string;
  readonly tipo?: string;
  readonly da?: string;
  readonly a?: string;
}

/** One request, and one more when the total is asked for. */
export const createFindNotifiche =
  ({ notifiche }: { readonly notifiche: Pick<Notifiche, "findNotifiche"> }) =>
  ({ idDominio, ...filtri }: FiltriNotifiche, richiesta: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Notifica>> =>
    notifiche.findNotifiche({ ...filtri, domini: ambitoDomini(chiamante, idDominio).domini, ordine: "desc" }, richiesta);
