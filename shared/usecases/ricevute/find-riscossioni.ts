/** List of the collected amounts of the creditors that the caller may see. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import { ambitoDomini, findNomi, type NomiDomini, type PorteAmbito } from "../rendicontazioni/ambito.ts";

export interface FiltriRiscossioni {
  readonly idDominio?: string;
  readonly stato?: string;
  readonly tipi?: readonly string[];
  readonly iuv?: string;
  readonly iur?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  /** Of the debt when it was paid. */
  readonly idUnita?: string;
  readonly idTipoPendenza?: string;
  readonly direzioni?: readonly string[];
  readonly divisioni?: readonly string[];
  readonly tassonomie?: readonly string[];
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

type Porte = Pick<PorteAmbito, "anagrafiche"> & { readonly posizioni: Pick<Posizioni, "findRiscossioni"> };

export const findRiscossioni =
  (porte: Porte) =>
  async (
    { idDominio, ...filtri }: FiltriRiscossioni,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<{ pagina: Pagina<Riscossione>; nomi: NomiDomini }> => {
    const pagina = await porte.posizioni.findRiscossioni({ ...filtri, ...ambitoDomini(chiamante, idDominio) }, richiesta);
    return {
      pagina,
      nomi: await findNomi(
        porte,
        pagina.elementi.map((r) => r.idDominio),
      ),
    };
  };
