/** List of the reconciliations of the creditors that the caller may see. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import type { StatoRiconciliazione } from "../../domain/riconciliazioni/stati-riconciliazione.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import { ambitoDomini, findNomi, type NomiDomini, type PorteAmbito } from "../rendicontazioni/ambito.ts";

export interface FiltriRiconciliazioni {
  readonly idDominio?: string;
  readonly sct?: string;
  readonly iuv?: string;
  readonly idFlusso?: string;
  readonly stato?: StatoRiconciliazione;
  /** One of these. */
  readonly stati?: readonly StatoRiconciliazione[];
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

type Porte = Pick<PorteAmbito, "anagrafiche"> & { readonly rendicontazioni: Pick<Rendicontazioni, "findRiconciliazioni"> };

export const findRiconciliazioni =
  (porte: Porte) =>
  async (
    { idDominio, ...filtri }: FiltriRiconciliazioni,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<{ pagina: Pagina<Riconciliazione>; nomi: NomiDomini }> => {
    const { domini } = ambitoDomini(chiamante, idDominio);
    const pagina = await porte.rendicontazioni.findRiconciliazioni({ ...filtri, domini }, richiesta);
    return {
      pagina,
      nomi: await findNomi(
        porte,
        pagina.elementi.map((r) => r.idDominio),
      ),
    };
  };
