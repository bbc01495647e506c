/** Records of a CSV, one after the other, from a source that is read by ranges: the memory it takes is that of one range and one record. */
import { type Esito, ko, ok } from "../esito.ts";
import { decodeRecord, findTaglio, RIGA_MASSIMA_BYTE, type Separatore } from "./csv.ts";

/** Bytes from a position on, fewer at the end, none after it. */
export type LeggiTratto = (da: number, quanti: number) => Promise<Uint8Array>;

export interface RecordCsv {
  readonly testo: string;
  /** Position of the next record. */
  readonly dopo: number;
}

const TRATTO_BYTE = 524_288;

export class LettoreCsv {
  readonly #leggi: LeggiTratto;
  readonly #separatore: number;
  /** Bytes at hand, from `#posizione - #indice` on. */
  #byte: Uint8Array = new Uint8Array();
  #indice = 0;
  #posizione: number;
  #finito = false;

  constructor(leggi: LeggiTratto, separatore: Separatore, posizione: number) {
    this.#leggi = leggi;
    this.#separatore = separatore.charCodeAt(0);
    this.#posizione = posizione;
  }

  /** Next record that is not blank; undefined at the end. Errors: why nothing can be read from here on. */
  async next(): Promise<Esito<RecordCsv | undefined>> {
    for (;;) {
      const trovato = findTaglio(this.#byte, this.#indice, this.#separatore);
      if ("taglio" in trovato) {
        const { fine, dopo } = trovato.taglio;
        if (fine - this.#indice > RIGA_MASSIMA_BYTE) return ko(`riga di oltre ${RIGA_MASSIMA_BYTE} byte`);
        const record = this.#take(fine, dopo);
        if (record) return ok(record);
        continue;
      }
      if (this.#byte.length - this.#indice > RIGA_MASSIMA_BYTE)
        return ko(trovato.virgoletteAperte ? "virgolette aperte e mai chiuse" : `riga di oltre ${RIGA_MASSIMA_BYTE} byte`);
      if (this.#finito) {
        if (trovato.virgoletteAperte) return ko("virgolette aperte e mai chiuse");
        // The last record may lack its line end.
        const ultimo = this.#take(this.#byte.length, this.#byte.length);
        return ok(ultimo);
      }
      await this.#more();
    }
  }

  #take(fine: number, dopo: number): RecordCsv | undefined {
    const testo = decodeRecord(this.#byte.subarray(this.#indice, fine));
    this.#posizione += dopo - this.#indice;
    this.#indice = dopo;
    return testo.trim() === "" ? undefined : { testo, dopo: this.#posizione };
  }

  async #more(): Promise<void> {
    const resto = this.#byte.subarray(this.#indice);
    const tratto = await this.#leggi(this.#posizione + resto.length, TRATTO_BYTE);
    if (tratto.length === 0) this.#finito = true;
    const insieme = new Uint8Array(resto.length + tratto.length);
    insieme.set(resto);
    insieme.set(tratto, resto.length);
    this.#byte = insieme;
    this.#indice = 0;
  }
}
