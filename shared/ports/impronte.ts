/**
 * Tax codes in keys and indexes stand as keyed digests: whoever reads a key, a log of accesses or a cursor does not learn who it is. Several versions of the key
 * may be known while it is being replaced: one writes, all are read.
 */
export interface Impronte {
  /** Under the key that writes. Letters of either case are the same. */
  write(codiceFiscale: string): string;
  /** Under every key known, that which writes first. */
  read(codiceFiscale: string): readonly string[];
}
