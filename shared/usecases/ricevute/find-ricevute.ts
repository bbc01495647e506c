/** List of the receipts filed under the creditors that the caller may see. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import { findAmbito, findNomi, type NomiDomini, type PorteAmbito } from "../rendicontazioni/ambito.ts";

export interface FiltriRicevute {
  readonly idDominio?: string;
  readonly iuv?: string;
  readonly idRicevuta?: string;
  readonly numeroAvviso?: string;
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

type Porte = PorteAmbito & { readonly posizioni: Pick<Posizioni, "findRicevute"> };

export const findRicevute =
  (porte: Porte) =>
  async (
    { idDominio, ...filtri }: FiltriRicevute,
    richiesta: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<{ pagina: Pagina<Ricevuta>; nomi: NomiDomini }, Rifiuto<"PARAMETRO_NON_VALIDO">>> => {
    const ambito = await findAmbito(porte, chiamante, idDominio);
    if (!ambito.ok) return ambito;
    const pagina = await porte.posizioni.findRicevute({ ...filtri, domini: ambito.valore }, richiesta);
    return ok({
      pagina,
      nomi: await findNomi(
        porte,
        pagina.elementi.map((r) => r.idDominio),
      ),
    });
  };
