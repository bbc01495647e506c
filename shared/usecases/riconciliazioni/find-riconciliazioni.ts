/** List of the reconciliations of the creditors that the caller may see. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import { findAmbito, findNomi, type NomiDomini, type PorteAmbito } from "../rendicontazioni/ambito.ts";

export interface FiltriRiconciliazioni {
  readonly idDominio?: string;
  readonly sct?: string;
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

type Porte = PorteAmbito & { readonly rendicontazioni: Pick<Rendicontazioni, "findRiconciliazioni"> };

export const findRiconciliazioni =
  (porte: Porte) =>
  async (
    { idDominio, ...filtri }: FiltriRiconciliazioni,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<{ pagina: Pagina<Riconciliazione>; nomi: NomiDomini }, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const ambito = await findAmbito(porte, chiamante, idDominio);
    if (!ambito.ok) return ambito;
    const pagina = await porte.rendicontazioni.findRiconciliazioni({ ...filtri, domini: ambito.valore }, richiesta);
    return ok({
      pagina,
      nomi: await findNomi(
        porte,
        pagina.elementi.map((r) => r.idDominio),
      ),
    });
  };
