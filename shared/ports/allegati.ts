/** Bytes of the attachments of debts, by application and digest: what is kept under a key never changes (docs/adr/0009). */

export interface ChiaveAllegato {
  readonly idA2A: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly impronta: string;
}

/** A request that whoever holds it may send to the bucket without credentials, until it expires. */
export interface RichiestaFirmata {
  readonly url: string;
  readonly metodo: "GET" | "PUT";
  /** To be sent as they are: the signature covers them. */
  readonly intestazioni: Readonly<Record<string, string>>;
  /** Instant. */
  readonly scadenza: string;
}

export interface Allegati {
  /** Digest of a content. */
  impronta(contenuto: Uint8Array): string;
  put(chiave: ChiaveAllegato, contenuto: Uint8Array): Promise<void>;
  get(chiave: ChiaveAllegato): Promise<Uint8Array | undefined>;
  /** Bytes kept under a key, undefined when there are none. */
  findDimensione(chiave: ChiaveAllegato): Promise<number | undefined>;
  /** For an upload of exactly that many bytes with exactly that digest. */
  signScrittura(chiave: ChiaveAllegato, dimensione: number): RichiestaFirmata;
  /** For a download that the browser saves under that name. */
  signLettura(chiave: ChiaveAllegato, nome: string, tipo: string): RichiestaFirmata;
}
