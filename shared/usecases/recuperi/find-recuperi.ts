/** The missing receipts of the creditors that the caller may see: list and detail. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Recupero } from "../../domain/recuperi/recupero.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiaveRecupero, Recuperi } from "../../ports/recuperi.ts";
import { ambitoDomini, findNomi, type NomiDomini, type PorteAmbito } from "../rendicontazioni/ambito.ts";

export interface FiltriRecuperi {
  readonly idDominio?: string;
  readonly stato?: string;
  readonly origine?: string;
  readonly iuv?: string;
  readonly iur?: string;
  readonly idFlusso?: string;
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

export const findRecuperi =
  (porte: PorteAmbito & { readonly recuperi: Pick<Recuperi, "findRecuperi"> }) =>
  async (
    { idDominio, ...filtri }: FiltriRecuperi,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<{ pagina: Pagina<Recupero>; nomi: NomiDomini }, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const { domini } = ambitoDomini(chiamante, idDominio);
    const pagina = await porte.recuperi.findRecuperi({ ...filtri, domini }, richiesta);
    const nomi = await findNomi(
      porte,
      pagina.elementi.map((r) => r.idDominio),
    );
    return ok({ pagina, nomi });
  };

export const getRecupero =
  (porte: Pick<PorteAmbito, "anagrafiche"> & { readonly recuperi: Pick<Recuperi, "getRecupero"> }) =>
  async (
    chiave: ChiaveRecupero,
    chiamante: Chiamante,
  ): Promise<Esito<{ recupero: Recupero; nomi: NomiDomini }, Rifiuto<"NON_TROVATO">>> => {
    const recupero = seesDominio(chiamante, chiave.idDominio) ? await porte.recuperi.getRecupero(chiave) : undefined;
    if (!recupero) return rifiuto("NON_TROVATO", `recupero della ricevuta ${chiave.iur}`);
    return ok({ recupero, nomi: await findNomi(porte, [chiave.idDominio]) });
  };
