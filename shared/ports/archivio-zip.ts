/** ZIP files written by one process while their content is being made. */
export interface VoceZip {
  /** Path inside the archive, without leading slash. Two entries with the same name are both written: names are the caller's care. */
  readonly nome: string;
  readonly contenuto: Uint8Array;
}

export interface ArchivioZip {
  /** The bytes of the archive, in pieces; memory holds one entry at a time and the list of the names. The same entries make the same bytes. */
  write(voci: AsyncIterable<VoceZip>): AsyncIterable<Uint8Array>;
}
