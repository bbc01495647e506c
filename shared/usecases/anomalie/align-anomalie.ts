/** From what the matching found of one flow, movement or transfer to the changes of its anomalies, for the transaction of who found it. */

import type { Anomalia } from "../../domain/anomalie/anomalia.ts";
import {
  type AnomaliaTrovata,
  type AnomaliaVariata,
  closeAnomalia,
  openAnomalia,
  type VoceAnomalia,
} from "../../domain/anomalie/anomalia.ts";
import { CATALOGO_ANOMALIE } from "../../domain/anomalie/catalogo.ts";
import { CODICI_ANOMALIA } from "../../domain/anomalie/codici-anomalia.ts";
import { instradamentoPredefinito } from "../../domain/anomalie/instradamento.ts";
import { idSoggetto, type SoggettoAnomalia } from "../../domain/anomalie/soggetto.ts";
import { campiVariati } from "../../domain/anomalie/variazioni-anomalia.ts";
import type { Anomalie } from "../../ports/anomalie.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";

export interface PorteAllineamento {
  readonly anomalie: Pick<Anomalie, "findDiSoggetto" | "getInstradamento">;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The change with its entry of history. */
export const toModifiche = (prima: Anomalia | undefined, variata: AnomaliaVariata, idVoce: string): readonly Modifica[] => {
  const { anomalia, evento, autore, motivazione } = variata;
  const voce: VoceAnomalia = {
    versione: 0,
    ...{ idDominio: anomalia.idDominio, idAnomalia: anomalia.id, id: idVoce },
    ...{ data: anomalia.dataUltimaVariazione, autore, evento },
    ...(motivazione !== undefined && { motivazione }),
    campi: campiVariati(prima, anomalia),
  };
  return [
    { azione: prima ? "sostituisci" : "crea", entita: "anomalia", valore: anomalia },
    { azione: "crea", entita: "voceAnomalia", valore: voce },
  ];
};

/** Facts worth telling, with nothing to do, are not work. */
const isLavoro = ({ codice }: AnomaliaTrovata): boolean => CATALOGO_ANOMALIE[codice].gravita === "anomalia";

/**
 * @param trovate all the troubles of the subject as they are now; none = none.
 * @returns two writes per anomaly that changes, none when nothing does: the same in any order of arrivals. One read of the anomalies of the subject, one of the
 * rules when one is new. A conflict of version at the commit means that somebody acted meanwhile: recompute.
 */
export const alignAnomalie =
  ({ anomalie, clock, ids }: PorteAllineamento) =>
  async (idDominio: string, soggetto: SoggettoAnomalia, trovate: readonly AnomaliaTrovata[]): Promise<readonly Modifica[]> => {
    const perCodice = new Map(trovate.filter(isLavoro).map((trovata) => [trovata.codice, trovata] as const));
    const adesso = clock.now();
    const note = await anomalie.findDiSoggetto(idDominio, idSoggetto(soggetto));
    const attuali = new Map(note.map((anomalia) => [anomalia.codice, anomalia] as const));
    const nuova = [...perCodice.keys()].some((codice) => !attuali.has(codice));
    const instradamento = (nuova ? await anomalie.getInstradamento(idDominio) : undefined) ?? instradamentoPredefinito(idDominio);
    return CODICI_ANOMALIA.flatMap((codice) => {
      const [attuale, trovata] = [attuali.get(codice), perCodice.get(codice)];
      const variata = trovata
        ? openAnomalia(attuale, { idDominio, soggetto, instradamento }, trovata, adesso)
        : closeAnomalia(attuale, adesso);
      return variata ? toModifiche(attuale, variata, ids.next()) : [];
    });
  };
