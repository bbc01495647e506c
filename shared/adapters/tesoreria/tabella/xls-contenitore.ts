/**
 * The compound file that an old workbook (XLS) lives in ([MS-CFB]): sectors chained by a table, small streams inside a stream of their own. Every chain is bounded by
 * the sectors that the file has, so none can run in a circle.
 */
import { FileIlleggibile } from "./file-illeggibile.ts";

const FIRMA = "d0cf11e0a1b11ae1";
const TESTATA = 512;
const FINE = 0xffff_fffa;
const VOCE = 128;
const DIFAT_IN_TESTATA = 109;
const FLUSSO = 2;
const RADICE = 5;

const danneggiato = (perche: string): FileIlleggibile => new FileIlleggibile(`il file XLS è danneggiato: ${perche}`);

interface Voce {
  readonly nome: string;
  readonly tipo: number;
  readonly inizio: number;
  readonly dimensione: number;
}

class Contenitore {
  readonly #file: Buffer;
  readonly #settore: number;
  readonly #fat: readonly number[];

  constructor(file: Buffer) {
    if (file.length < TESTATA || file.subarray(0, 8).toString("hex") !== FIRMA) throw danneggiato("manca la testata");
    this.#file = file;
    const potenza = file.readUInt16LE(30);
    if (potenza !== 9 && potenza !== 12) throw danneggiato("dimensione dei settori non prevista");
    this.#settore = 2 ** potenza;
    this.#fat = this.#readFat();
  }

  get settori(): number {
    return Math.ceil(this.#file.length / this.#settore);
  }

  /** Bytes of a sector; the last of a file may be cut short. */
  sector(numero: number): Buffer {
    const inizio = (numero + 1) * this.#settore;
    if (inizio >= this.#file.length) throw danneggiato("un settore è fuori dal file");
    return this.#file.subarray(inizio, inizio + this.#settore);
  }

  #numeri(settore: Buffer): number[] {
    return Array.from({ length: Math.floor(settore.length / 4) }, (_, i) => settore.readUInt32LE(i * 4));
  }

  #readFat(): readonly number[] {
    const tavole = Array.from({ length: DIFAT_IN_TESTATA }, (_, i) => this.#file.readUInt32LE(76 + i * 4));
    let seguente = this.#file.readUInt32LE(68);
    for (let passi = 0; seguente < FINE; passi++) {
      if (passi > this.settori) throw danneggiato("l'indice gira in tondo");
      const numeri = this.#numeri(this.sector(seguente));
      tavole.push(...numeri.slice(0, -1));
      seguente = numeri.at(-1) ?? FINE;
    }
    const usate = tavole.filter((numero) => numero < FINE);
    if (usate.length > this.settori) throw danneggiato("l'indice è più grande del file");
    const fat: number[] = [];
    for (const numero of usate) for (const voce of this.#numeri(this.sector(numero))) fat.push(voce);
    return fat;
  }

  /** The sectors of a stream, in order. */
  chain(inizio: number): readonly number[] {
    const catena: number[] = [];
    for (let numero = inizio; numero < FINE; numero = this.#fat[numero] ?? FINE) {
      if (catena.length > this.settori) throw danneggiato("un flusso gira in tondo");
      catena.push(numero);
    }
    return catena;
  }

  stream(inizio: number): Buffer {
    return Buffer.concat(this.chain(inizio).map((numero) => this.sector(numero)));
  }

  voci(): readonly Voce[] {
    const indice = this.stream(this.#file.readUInt32LE(48));
    return Array.from({ length: Math.floor(indice.length / VOCE) }, (_, i) => {
      const voce = indice.subarray(i * VOCE, (i + 1) * VOCE);
      const lunghezza = Math.min(64, Math.max(0, voce.readUInt16LE(64) - 2));
      return {
        nome: voce.subarray(0, lunghezza).toString("utf16le"),
        tipo: voce.readUInt8(66),
        inizio: voce.readUInt32LE(116),
        dimensione: voce.readUInt32LE(120),
      };
    });
  }

  /** A stream below the limit of the header: its sectors are slices of the root's stream. */
  smallStream(voce: Voce, radice: Voce): Buffer {
    const tavola = this.#numeri(this.stream(this.#file.readUInt32LE(60)));
    const contenuto = this.stream(radice.inizio);
    const lato = 2 ** this.#file.readUInt16LE(32);
    const pezzi: Buffer[] = [];
    for (let numero = voce.inizio; numero < FINE; numero = tavola[numero] ?? FINE) {
      if (pezzi.length * lato > contenuto.length) throw danneggiato("un flusso gira in tondo");
      pezzi.push(contenuto.subarray(numero * lato, (numero + 1) * lato));
    }
    return Buffer.concat(pezzi);
  }

  get limitePiccoli(): number {
    return this.#file.readUInt32LE(56);
  }
}

/** The records of the workbook. Throws FileIlleggibile. */
export function readFlussoWorkbook(file: Buffer): Buffer {
  const contenitore = new Contenitore(file);
  const voci = contenitore.voci();
  const flussi = voci.filter(({ tipo }) => tipo === FLUSSO);
  if (flussi.some(({ nome }) => nome === "EncryptedPackage")) throw new FileIlleggibile("il foglio di calcolo è protetto da password");
  const workbook = flussi.find(({ nome }) => nome.toLowerCase() === "workbook");
  if (!workbook) {
    const antico = flussi.some(({ nome }) => nome.toLowerCase() === "book");
    throw new FileIlleggibile(
      antico ? "il foglio di calcolo è di Excel 95 o precedente: salvarlo come XLSX" : "il file non è un foglio di calcolo XLS",
    );
  }
  const radice = voci.find(({ tipo }) => tipo === RADICE);
  const piccolo = workbook.dimensione < contenitore.limitePiccoli && radice !== undefined;
  const flusso = piccolo ? contenitore.smallStream(workbook, radice) : contenitore.stream(workbook.inizio);
  if (flusso.length < workbook.dimensione) throw danneggiato("è tagliato");
  return flusso.subarray(0, workbook.dimensione);
}
