/** Reads of the notifications across payment codes. */
import type { ChiaveInvio, InvioRendicontazioni } from "../domain/notifiche/invio-rendicontazioni.ts";
import type { Notifica } from "../domain/notifiche/notifica.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { FiltriPerDominio } from "./posizioni.ts";

export interface Notifiche {
  /** How far the rows of a flow got towards an application. */
  getInvio(chiave: ChiaveInvio): Promise<InvioRendicontazioni | undefined>;
  /** By the instant in which each was decided. */
  findNotifiche(
    filtri: Omit<FiltriPerDominio, "iuv"> & { readonly stato?: string; readonly tipo?: string; readonly idA2A?: string },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Notifica>>;
  /** How many wait for another attempt, counting up to `tetto` (one request). */
  countInRitardo(tetto: number): Promise<number>;
}
