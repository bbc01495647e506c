/** Attachments in memory, for use-case tests. */
import { createHash } from "node:crypto";
import type { Allegati, ChiaveAllegato, RichiestaFirmata } from "../../ports/allegati.ts";

const nomeDi = ({ idA2A, impronta }: ChiaveAllegato): string => `${idA2A}/${impronta}`;
const SCADENZA = "2026-11-25T09:15:00.000Z";

export class AllegatiInMemoria implements Allegati {
  readonly #contenuti = new Map<string, Uint8Array>();
  /** Keys written, in order: to see that nothing is written twice. */
  readonly scritti: string[] = [];

  impronta(contenuto: Uint8Array): string {
    return createHash("sha256").update(contenuto).digest("hex");
  }

  async put(chiave: ChiaveAllegato, contenuto: Uint8Array): Promise<void> {
    this.scritti.push(nomeDi(chiave));
    this.#contenuti.set(nomeDi(chiave), Uint8Array.from(contenuto));
  }

  async get(chiave: ChiaveAllegato): Promise<Uint8Array | undefined> {
    return this.#contenuti.get(nomeDi(chiave));
  }

  async findDimensione(chiave: ChiaveAllegato): Promise<number | undefined> {
    return this.#contenuti.get(nomeDi(chiave))?.byteLength;
  }

  signScrittura(chiave: ChiaveAllegato, dimensione: number): RichiestaFirmata {
    const intestazioni = { "content-length": String(dimensione) };
    return { url: `memoria:${nomeDi(chiave)}`, metodo: "PUT", intestazioni, scadenza: SCADENZA };
  }

  signLettura(chiave: ChiaveAllegato): RichiestaFirmata {
    return { url: `memoria:${nomeDi(chiave)}`, metodo: "GET", intestazioni: {}, scadenza: SCADENZA };
  }
}
