/** Large objects of the document bucket: read by ranges, written whole or by parts, reached directly by whoever holds a link. */
export interface OggettoTrovato {
  readonly chiave: string;
  readonly dimensione: number;
  /** Changes with the content. */
  readonly etichetta: string;
}

export interface Oggetti {
  put(chiave: string, contenuto: Uint8Array, tipo: string): Promise<void>;
  get(chiave: string): Promise<Uint8Array | undefined>;
  /** Bytes from `da`, fewer at the end, none after it. Throws when the object is not there. */
  readTratto(chiave: string, da: number, quanti: number): Promise<Uint8Array>;
  /** Bytes of the object; undefined when it is not there. */
  size(chiave: string): Promise<number | undefined>;
  /** Writes an object of any size holding one part at a time. Answers its bytes. */
  compose(chiave: string, pezzi: AsyncIterable<Uint8Array>, tipo: string): Promise<number>;
  /** Where the object may be written with a PUT, for so many seconds, with exactly this media type. */
  linkScrittura(chiave: string, tipo: string, secondi: number): string;
  /** Where the object may be read, for so many seconds, under this file name. */
  linkLettura(chiave: string, nomeFile: string, secondi: number): string;
  /** Objects under a prefix, in order of key, after the given one; at most 1000. */
  list(prefisso: string, dopo?: string): Promise<readonly OggettoTrovato[]>;
  /** An object that is not there is as good as deleted. */
  delete(chiave: string): Promise<void>;
}
