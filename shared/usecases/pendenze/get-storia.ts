/** The history of a debt: what changed it, who, when, which fields. One request for the debt, one for the page; what the caller may not see does not exist. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { VoceStoria } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Posizioni } from "../../ports/posizioni.ts";

export interface RichiestaStoria {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly ordine: "asc" | "desc";
}

export const getStoria =
  ({ posizioni }: { readonly posizioni: Pick<Posizioni, "getPendenzaById" | "findStoria"> }) =>
  async (
    { idA2A, idPendenza, ordine }: RichiestaStoria,
    pagina: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<Pagina<VoceStoria>, Rifiuto<"NON_TROVATO">>> => {
    const pendenza = await posizioni.getPendenzaById(idA2A, idPendenza);
    if (!pendenza || !seesPendenza(chiamante, pendenza)) return rifiuto("NON_TROVATO", `pendenza ${idPendenza} non trovata`);
    return ok(await posizioni.findStoria(pendenza, ordine, pagina));
  };
