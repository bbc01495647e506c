/**
 * The story of a debt for who reads it: one request for the debt, one for all that is kept of its payment code (one more per transfer for the anomalies). What the caller may not see does not exist:
 * neither the debt, nor the facts that are not for it, which are not even counted.
 */
import { vedePendenza } from "../../domain/accessi/visibilita.ts";
import { type Chiamante, hasServizio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { TipoFatto } from "../../domain/storia/catalogo-fatti.ts";
import type { Fatto, Lettore } from "../../domain/storia/fatto.ts";
import { hideFatto } from "../../domain/storia/oscura-fatto.ts";
import { type CollezioneStoria, collectFatti } from "../../domain/storia/raccogli-fatti.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import type { Storie } from "../../ports/storie.ts";
import { cutPagina } from "./pagina-fatti.ts";

export interface PorteStoria {
  readonly storie: Storie;
  readonly clock: Clock;
  /** Only where who works on accounts reads: facts of the same debt that are kept elsewhere. */
  readonly findAltri?: (
    pendenza: ChiavePosizione,
    collezione: CollezioneStoria,
    chiamante: Chiamante,
    adesso: string,
  ) => Promise<readonly Fatto<TipoFatto>[]>;
}

export interface RichiestaStoria {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly ordine: "asc" | "desc";
  readonly lettore: Lettore;
  /** With the anomalies of its money. */
  readonly anomalie?: boolean;
}

/** The right to read debts shows whose they are; who has only that of the helpdesk never sees more than the helpdesk. */
export const lettoreOperatore = (chiamante: Chiamante, vista: "completa" | "assistenza"): Lettore =>
  vista === "completa" && hasServizio(chiamante, ["Pendenze"], "R") ? "operatore" : "assistenza";

export const getStoria =
  ({ storie, clock, findAltri }: PorteStoria) =>
  async (
    { idA2A, idPendenza, ordine, lettore, anomalie = false }: RichiestaStoria,
    pagina: RichiestaPagina,
    chiamante: Chiamante,
  ): Promise<Esito<Pagina<Fatto<TipoFatto>>, Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO">>> => {
    if (anomalie && !hasServizio(chiamante, ["Rendicontazioni e Incassi"], "R"))
      return rifiuto("NON_AUTORIZZATO", "anomalie: serve il diritto di lettura su Rendicontazioni e Incassi");
    const pendenza = await storie.getPendenzaById(idA2A, idPendenza);
    if (!pendenza || !vedePendenza(chiamante, pendenza)) return rifiuto("NON_TROVATO", `pendenza ${idPendenza} non trovata`);
    const adesso = clock.now();
    const collezione = await storie.getCollezione(pendenza);
    const altri = anomalie && findAltri ? await findAltri(pendenza, collezione, chiamante, adesso) : [];
    const fatti = collectFatti(pendenza, collezione, adesso, altri);
    const visti = fatti.flatMap((fatto) => hideFatto(fatto, lettore) ?? []);
    return ok(cutPagina(visti, ordine, pagina));
  };
