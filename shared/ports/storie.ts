/** A debt and everything that is kept of its payment code, for who tells its story; apart from the other reads, so that telling it stays light. */
import type { Pendenza } from "../domain/pendenze/pendenza.ts";
import type { CollezioneStoria } from "../domain/storia/raccogli-fatti.ts";
import type { ChiavePosizione } from "./posizioni.ts";

export interface Storie {
  /** One request (index); a miss is confirmed on the alias before answering undefined. */
  getPendenzaById(idA2A: string, idPendenza: string): Promise<Pendenza | undefined>;
  /** One request, strongly consistent. */
  getCollezione(chiave: ChiavePosizione): Promise<CollezioneStoria>;
}
