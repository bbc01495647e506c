/** The files of the export connectors, and the secrets of their addresses. */
import type { TracciatoNotifica } from "../domain/esportazioni/tracciato-notifica.ts";

export interface TracciatiNotifica {
  get(id: string): Promise<TracciatoNotifica | undefined>;
}

export interface ImpronteSegrete {
  /** Whether the secret has that digest, in a time that does not depend on how much of it is right. */
  matches(segreto: string, impronta: string): boolean;
}
