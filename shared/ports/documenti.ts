/** Bodies too large for an item (bucket `documenti`). Keys are given by the caller and never overwritten with other content. */
export interface Documenti {
  put(chiave: string, contenuto: Uint8Array, tipo: string): Promise<void>;
  get(chiave: string): Promise<Uint8Array | undefined>;
}
