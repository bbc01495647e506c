/** Runs of the layouts, as they are read. They change through the unit of work; layouts are in the registry. */
import type { EsecuzioneTracciato } from "../domain/contabilita/tracciati/tracciato-contabile.ts";

export interface TracciatiContabili {
  getEsecuzione(idDominio: string, id: string): Promise<EsecuzioneTracciato | undefined>;
}
