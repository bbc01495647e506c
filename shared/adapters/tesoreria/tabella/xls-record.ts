/** Records of an old workbook (BIFF8, [MS-XLS] 2.1.4) and the texts inside them, which may go on in the records that follow. */
import { FileIlleggibile } from "./file-illeggibile.ts";

export interface RecordXls {
  readonly tipo: number;
  readonly dati: Buffer;
  /** Position of the next. */
  readonly dopo: number;
}

export const TIPI = {
  BOF: 0x0809,
  EOF: 0x000a,
  CONTINUE: 0x003c,
  FILEPASS: 0x002f,
  DATEMODE: 0x0022,
  BOUNDSHEET: 0x0085,
  FORMAT: 0x041e,
  XF: 0x00e0,
  SST: 0x00fc,
  FORMULA: 0x0006,
  STRING: 0x0207,
  LABELSST: 0x00fd,
  LABEL: 0x0204,
  RSTRING: 0x00d6,
  NUMBER: 0x0203,
  RK: 0x027e,
  MULRK: 0x00bd,
} as const;

const TESTATA = 4;

/** The record at a position; undefined at the end of the stream. */
export function readRecord(flusso: Buffer, posizione: number): RecordXls | undefined {
  if (posizione + TESTATA > flusso.length) return undefined;
  const lunghezza = flusso.readUInt16LE(posizione + 2);
  const dopo = posizione + TESTATA + lunghezza;
  if (dopo > flusso.length) throw new FileIlleggibile("il file XLS è danneggiato: un record è tagliato");
  return { tipo: flusso.readUInt16LE(posizione), dati: flusso.subarray(posizione + TESTATA, dopo), dopo };
}

/** The pieces of a record that goes on: each text cut between two of them says again how its characters are written. */
export class Pezzi {
  readonly #pezzi: readonly Buffer[];
  #pezzo = 0;
  #posto = 0;

  constructor(pezzi: readonly Buffer[]) {
    this.#pezzi = pezzi;
  }

  get finito(): boolean {
    return (
      this.#pezzo >= this.#pezzi.length || (this.#pezzo === this.#pezzi.length - 1 && this.#posto >= (this.#pezzi.at(-1)?.length ?? 0))
    );
  }

  #corrente(): Buffer {
    const corrente = this.#pezzi[this.#pezzo];
    if (!corrente) throw new FileIlleggibile("il file XLS è danneggiato: un testo è tagliato");
    return corrente;
  }

  /** True when it stepped into the next piece. */
  #advance(): boolean {
    if (this.#posto < this.#corrente().length) return false;
    this.#pezzo += 1;
    this.#posto = 0;
    return true;
  }

  #byte(): number {
    while (this.#advance()) this.#corrente();
    const valore = this.#corrente().readUInt8(this.#posto);
    this.#posto += 1;
    return valore;
  }

  number(byte: 1 | 2 | 4): number {
    let valore = 0;
    for (let i = 0; i < byte; i++) valore += this.#byte() * 2 ** (8 * i);
    return valore;
  }

  skip(byte: number): void {
    for (let restano = byte; restano > 0; ) {
      while (this.#advance()) this.#corrente();
      const passo = Math.min(restano, this.#corrente().length - this.#posto);
      this.#posto += passo;
      restano -= passo;
    }
  }

  /** Characters of one or two bytes; the flag is repeated where a piece ends inside the text. */
  characters(quanti: number, larghi: boolean): string {
    let [testo, restano, due] = ["", quanti, larghi];
    while (restano > 0) {
      if (this.#advance()) due = (this.#byte() & 1) === 1;
      const pezzo = this.#corrente();
      const lato = due ? 2 : 1;
      const presi = Math.min(restano, Math.floor((pezzo.length - this.#posto) / lato));
      if (presi === 0) throw new FileIlleggibile("il file XLS è danneggiato: un carattere è tagliato");
      const fine = this.#posto + presi * lato;
      testo += pezzo.subarray(this.#posto, fine).toString(due ? "utf16le" : "latin1");
      this.#posto = fine;
      restano -= presi;
    }
    return testo;
  }

  /** A text with its length and its flags; runs of fonts and phonetics are skipped. @param byteLunghezza of the length. */
  text(byteLunghezza: 1 | 2): string {
    const quanti = this.number(byteLunghezza);
    const segni = this.number(1);
    const stili = (segni & 8) === 8 ? this.number(2) : 0;
    const esteso = (segni & 4) === 4 ? this.number(4) : 0;
    const testo = this.characters(quanti, (segni & 1) === 1);
    this.skip(stili * 4 + esteso);
    return testo;
  }
}

/** A number packed in 30 bits, maybe in hundredths ([MS-XLS] 2.5.217). */
export function unpackRk(rk: number): number {
  const centesimi = (rk & 1) === 1;
  const intero = (rk & 2) === 2;
  let valore = rk >> 2;
  if (!intero) {
    const largo = Buffer.alloc(8);
    largo.writeInt32LE(rk & ~3, 4);
    valore = largo.readDoubleLE(0);
  }
  return centesimi ? valore / 100 : valore;
}
