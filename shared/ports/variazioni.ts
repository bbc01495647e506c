/** What changed in the accounts, in one order for each creditor. */
import type { SegmentoVariazioni, VariazioneContabile } from "../domain/variazioni/variazione-contabile.ts";

export interface Variazioni {
  /** Appends, in the order given: a segment of a creditor exists only after the one before it. A transaction for each creditor. */
  append(variazioni: readonly VariazioneContabile[]): Promise<void>;
  /** Segments from that instant on, as they are visible now (one request). */
  read(idDominio: string, da: string, limite: number): Promise<readonly SegmentoVariazioni[]>;
}
