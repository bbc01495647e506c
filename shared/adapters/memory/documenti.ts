/** Documents in memory, for use-case tests. */
import type { Documenti } from "../../ports/documenti.ts";

export class DocumentiInMemoria implements Documenti {
  readonly #contenuti = new Map<string, Uint8Array>();

  async put(chiave: string, contenuto: Uint8Array): Promise<void> {
    this.#contenuti.set(chiave, Uint8Array.from(contenuto));
  }

  async get(chiave: string): Promise<Uint8Array | undefined> {
    return this.#contenuti.get(chiave);
  }
}
