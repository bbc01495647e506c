/** What people do to one anomaly, or to many at once: each in a transaction of its own with its history and its journal entry. */

import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Anomalia } from "../../domain/anomalie/anomalia.ts";
import { motivazioneDi, type VariazioneAnomalia, varyAnomalia } from "../../domain/anomalie/variazioni-anomalia.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anomalie, ChiaveAnomalia } from "../../ports/anomalie.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { toModifiche } from "./align-anomalie.ts";
import { type FiltriRichiesti, filtriDi, seesAnomalia } from "./find-anomalie.ts";

export interface PorteVariazione {
  readonly anomalie: Pick<Anomalie, "get" | "find">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface Richiesta {
  readonly variazioni: readonly VariazioneAnomalia[];
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
  /** If-Match. Absent = none. */
  readonly versioniAttese?: readonly number[] | "*";
}

type Codice = "NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO" | "PRECONDIZIONE";

const DECISIONI_MASSIME = 5;

/** @returns the anomaly as it is kept now, and whether the request changed it. */
export const updateAnomalia =
  ({ anomalie, unitOfWork, clock, ids }: PorteVariazione) =>
  async (
    chiave: ChiaveAnomalia,
    { variazioni, chiamante, traccia, versioniAttese }: Richiesta,
  ): Promise<Esito<{ readonly anomalia: Anomalia; readonly variata: boolean }, Rifiuto<Codice>>> => {
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const prima = seesDominio(chiamante, chiave.idDominio) ? await anomalie.get(chiave) : undefined;
      if (!prima || !seesAnomalia(chiamante, prima)) return rifiuto("NON_TROVATO", `anomalia ${chiave.id}`);
      if (versioniAttese !== undefined && versioniAttese !== "*" && !versioniAttese.includes(prima.versione))
        return rifiuto("PRECONDIZIONE", `If-Match: la versione è "${prima.versione}"`);
      const esito = varyAnomalia(prima, variazioni, { autore: chiamante.principal, adesso: clock.now() });
      if (!esito.ok) return esito;
      const dopo = esito.valore;
      if (dopo === prima) {
        traccia.omit();
        return ok({ anomalia: prima, variata: false });
      }
      const motivazione = motivazioneDi(variazioni);
      const variata = { anomalia: dopo, evento: "varia", autore: chiamante.principal, ...(motivazione !== undefined && { motivazione }) };
      const dettaglioEsito = `Anomalia ${chiave.id}${motivazione === undefined ? "" : `: ${motivazione}`}`;
      const evento = traccia.evento({
        ...(chiamante.tipo === "operatore" && { categoriaEvento: "UTENTE" as const }),
        ...{ sottotipoEvento: dopo.stato, idDominio: chiave.idDominio, dettaglioEsito },
      });
      const scritto = await unitOfWork.commit(toModifiche(prima, variata, ids.next()), { eventi: [evento] });
      if (scritto.ok) return ok({ anomalia: { ...dopo, versione: prima.versione + 1 }, variata: true });
    }
    return rifiuto("CONFLITTO");
  };

export interface EsitoAzione extends ChiaveAnomalia {
  readonly esito: "FATTA" | "INVARIATA" | "RIFIUTATA";
  readonly dettaglio?: string;
}

export type Scelta =
  | { readonly anomalie: readonly ChiaveAnomalia[] }
  | { readonly filtro: Omit<FiltriRichiesti, "ordine" | "inAttesa"> & { readonly idDominio: string }; readonly cursore?: string };

/** Changed together, and so many per request: the answer has the place from which to go on. */
const INSIEME = 5;
const PER_RICHIESTA = 100;

/**
 * The same changes on many anomalies: those named, or a stretch of those that a filter finds. One refused does not stop the others; asked again, those done
 * answer INVARIATA.
 * @returns `cursore` when the filter finds more.
 */
export const updateAnomalie = (porte: PorteVariazione) => {
  const update = updateAnomalia(porte);

  const choose = async (
    scelta: Scelta,
    chiamante: Chiamante,
  ): Promise<{ readonly chiavi: readonly ChiaveAnomalia[]; readonly cursore?: string }> => {
    if ("anomalie" in scelta) return { chiavi: scelta.anomalie };
    const richiesti = { ordine: "asc", inAttesa: false, stato: "APERTA", ...scelta.filtro } as const;
    const richiesta = { limite: PER_RICHIESTA, salta: 0, totale: false, ...(scelta.cursore !== undefined && { cursore: scelta.cursore }) };
    const { elementi, cursore } = await porte.anomalie.find(filtriDi(richiesti, chiamante, porte.clock.now()), richiesta);
    return { chiavi: elementi, ...(cursore !== undefined && { cursore }) };
  };

  return async (
    scelta: Scelta,
    richiesta: Omit<Richiesta, "versioniAttese">,
  ): Promise<{ readonly esiti: readonly EsitoAzione[]; readonly cursore?: string }> => {
    const { chiavi, cursore } = await choose(scelta, richiesta.chiamante);
    const esiti: EsitoAzione[] = [];
    for (let da = 0; da < chiavi.length; da += INSIEME) {
      const insieme = chiavi.slice(da, da + INSIEME).map(async ({ idDominio, id }): Promise<EsitoAzione> => {
        const esito = await update({ idDominio, id }, richiesta);
        if (esito.ok) return { idDominio, id, esito: esito.valore.variata ? "FATTA" : "INVARIATA" };
        return { idDominio, id, esito: "RIFIUTATA", dettaglio: esito.errore.dettaglio ?? esito.errore.codice };
      });
      esiti.push(...(await Promise.all(insieme)));
    }
    // One journal entry per anomaly changed: when none is, there is nothing to tell.
    if (esiti.length === 0) richiesta.traccia.omit();
    return { esiti, ...(cursore !== undefined && { cursore }) };
  };
};
