/** The anomalies of the creditors that the caller may see, and one of them with its history. */

import { type Chiamante, seesDominio, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Anomalia, VoceAnomalia } from "../../domain/anomalie/anomalia.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Anomalie, ChiaveAnomalia, FiltriAnomalie } from "../../ports/anomalie.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";

export interface FiltriRichiesti extends Omit<FiltriAnomalie, "domini" | "tipiPendenza" | "ambiti" | "visibiliAl"> {
  readonly idDominio?: string;
  /** Also those that wait for their day: not due yet, or hidden by somebody. */
  readonly inAttesa: boolean;
}

/** What no debt type or unit explains is of the whole creditor. */
export const seesAnomalia = (chiamante: Chiamante, { idDominio, fatti }: Anomalia): boolean =>
  seesDominio(chiamante, idDominio, fatti.idUnitaOperativa) &&
  (fatti.idTipoPendenza === undefined || seesTipoPendenza(chiamante, fatti.idTipoPendenza));

/** The end of the list is now: what has its day still to come is further on. */
export const filtriDi = ({ idDominio, inAttesa, ...filtri }: FiltriRichiesti, chiamante: Chiamante, adesso: string): FiltriAnomalie => {
  const { a } = filtri;
  return {
    ...filtri,
    ...ambitoDomini(chiamante, idDominio),
    ...(!inAttesa && { a: a !== undefined && a < adesso ? a : adesso, visibiliAl: giornoDi(adesso) }),
  };
};

export const findAnomalie =
  ({ anomalie, clock }: { readonly anomalie: Pick<Anomalie, "find">; readonly clock: Clock }) =>
  (richiesti: FiltriRichiesti, pagina: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Anomalia>> =>
    anomalie.find(filtriDi(richiesti, chiamante, clock.now()), pagina);

export const getAnomalia =
  ({ anomalie }: { readonly anomalie: Pick<Anomalie, "getConStoria"> }) =>
  async (
    chiave: ChiaveAnomalia,
    chiamante: Chiamante,
  ): Promise<Esito<{ readonly anomalia: Anomalia; readonly storia: readonly VoceAnomalia[] }, Rifiuto<"NON_TROVATO">>> => {
    const trovata = seesDominio(chiamante, chiave.idDominio) ? await anomalie.getConStoria(chiave) : undefined;
    return trovata && seesAnomalia(chiamante, trovata.anomalia) ? ok(trovata) : rifiuto("NON_TROVATO", `anomalia ${chiave.id}`);
  };
