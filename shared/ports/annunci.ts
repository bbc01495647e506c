/** What is told outside, in one order for each creditor. */
import type { Annuncio, SegmentoAnnunci } from "../domain/annunci/annuncio.ts";

export interface Annunci {
  /** Appends, in the order given, and wakes whoever is told of any of them: a transaction for each creditor. */
  append(annunci: readonly Annuncio[]): Promise<void>;
  /** Segments from that instant on, as they are visible now (one request). */
  read(idDominio: string, da: string, limite: number): Promise<readonly SegmentoAnnunci[]>;
}
