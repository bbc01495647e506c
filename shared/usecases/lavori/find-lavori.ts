/** The jobs as they stand, in the order of the registry, and one run or the last run of a job. */
import { type Esito, ok } from "../../domain/esito.ts";
import { prossimaEsecuzione } from "../../domain/lavori/espressione.ts";
import { type Esecuzione, isInCorso, isMaiPartita, type Lavoro } from "../../domain/lavori/lavoro.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DefinizioneLavoro, Lavori } from "../../ports/lavori.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { findDefinizione } from "./definizioni.ts";

export interface LavoroAttuale {
  readonly definizione: DefinizioneLavoro;
  readonly stato: Lavoro | undefined;
  readonly inCorso: boolean;
  /** Instant, by the schedule. */
  readonly prossima?: string;
}

export interface PorteLavori {
  readonly definizioni: readonly DefinizioneLavoro[];
  readonly lavori: Pick<Lavori, "list" | "getLavoro" | "getEsecuzione">;
  readonly clock: Clock;
}

/** One request, however many jobs. */
export const createFindLavori =
  ({ definizioni, lavori, clock }: Omit<PorteLavori, "lavori"> & { readonly lavori: Pick<Lavori, "list"> }) =>
  async ({ limite, salta, totale }: RichiestaPagina): Promise<Pagina<LavoroAttuale>> => {
    const adesso = clock.now();
    const noti = new Map((await lavori.list()).map((lavoro) => [lavoro.nome, lavoro]));
    const elementi = definizioni.slice(salta, salta + limite).map((definizione): LavoroAttuale => {
      const stato = noti.get(definizione.nome);
      const prossima = prossimaEsecuzione(definizione.espressione, adesso);
      return {
        ...{ definizione, stato, inCorso: stato !== undefined && isInCorso(stato, adesso) },
        ...(prossima !== undefined && { prossima }),
      };
    });
    return { elementi, ...(totale && { totale: definizioni.length }) };
  };

export interface StatoEsecuzioneAttuale {
  readonly esecuzione: Esecuzione;
  readonly maiPartita: boolean;
}

/** `id` is of a run or, as a shortcut, the name of a job: then the run in progress, or the last one. */
export const createGetEsecuzione =
  ({ definizioni, lavori, clock }: PorteLavori) =>
  async (id: string): Promise<Esito<StatoEsecuzioneAttuale, Rifiuto<"NON_TROVATO">>> => {
    const definizione = findDefinizione(definizioni, id);
    const lavoro = definizione && (await lavori.getLavoro(definizione.nome));
    const adesso = clock.now();
    const corrente = lavoro?.inCorso && isInCorso(lavoro, adesso) ? lavoro.inCorso.idEsecuzione : undefined;
    const esecuzione =
      definizione === undefined ? await lavori.getEsecuzione(id) : corrente ? await lavori.getEsecuzione(corrente) : lavoro?.ultima;
    return esecuzione
      ? ok({ esecuzione, maiPartita: isMaiPartita(esecuzione, adesso) })
      : rifiuto("NON_TROVATO", definizione ? `${definizione.nome} non è mai stata eseguita` : `esecuzione ${id}`);
  };
