/** ZIP archives that no single invocation holds: uploads read by ranges, archives written in parts by one invocation after the other. */
import type { Esito } from "../domain/esito.ts";
import type { LeggiTratto } from "../domain/tracciati/lettore-csv.ts";

/** What the index says of a file of a part. */
export interface VoceIndice {
  readonly nome: string;
  readonly crc: number;
  readonly dimensione: number;
  /** Position of its header in the part. */
  readonly posizione: number;
}

export interface PacchettiZip {
  /** Content of the only file of an archive, in pieces as they come. Errors: why it is refused, in Italian. */
  open(leggi: LeggiTratto, dimensione: number): Promise<Esito<{ readonly nome: string; readonly pezzi: AsyncIterable<Uint8Array> }>>;
  /** Bytes of some files, uncompressed, as they follow one another in an archive; and what its index must say of them. */
  pack(file: readonly { readonly nome: string; readonly contenuto: Uint8Array }[]): {
    readonly byte: Uint8Array;
    readonly voci: readonly VoceIndice[];
  };
  /** Index of an archive made of those parts; positions are absolute by now. */
  index(voci: readonly VoceIndice[], inizio: number): Uint8Array;
}

/** Raised while reading a content that does not keep what its index promised: nothing was written yet. */
export class ZipNonValido extends Error {}
