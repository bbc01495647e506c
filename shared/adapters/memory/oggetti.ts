/** Large objects in memory, for use-case tests. */
import type { Oggetti, OggettoTrovato } from "../../ports/oggetti.ts";

export class OggettiInMemoria implements Oggetti {
  readonly contenuti = new Map<string, Uint8Array>();

  async put(chiave: string, contenuto: Uint8Array): Promise<void> {
    this.contenuti.set(chiave, Uint8Array.from(contenuto));
  }

  async get(chiave: string): Promise<Uint8Array | undefined> {
    return this.contenuti.get(chiave);
  }

  async readTratto(chiave: string, da: number, quanti: number): Promise<Uint8Array> {
    const contenuto = this.contenuti.get(chiave);
    if (!contenuto) throw new Error(`${chiave} non c'è`);
    return contenuto.slice(da, da + quanti);
  }

  async size(chiave: string): Promise<number | undefined> {
    return this.contenuti.get(chiave)?.length;
  }

  async compose(chiave: string, pezzi: AsyncIterable<Uint8Array>): Promise<number> {
    const tutti: Uint8Array[] = [];
    for await (const pezzo of pezzi) tutti.push(pezzo);
    const contenuto = Buffer.concat(tutti);
    this.contenuti.set(chiave, contenuto);
    return contenuto.length;
  }

  linkScrittura(chiave: string): string {
    return `memoria:${chiave}`;
  }

  linkLettura(chiave: string): string {
    return `memoria:${chiave}`;
  }

  async list(prefisso: string, dopo = ""): Promise<readonly OggettoTrovato[]> {
    return [...this.contenuti]
      .filter(([chiave]) => chiave.startsWith(prefisso) && chiave > dopo)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, 1000)
      .map(([chiave, contenuto]) => ({
        chiave,
        dimensione: contenuto.length,
        etichetta: Buffer.from(contenuto.slice(0, 32)).toString("hex"),
      }));
  }

  async delete(chiave: string): Promise<void> {
    this.contenuti.delete(chiave);
  }
}
