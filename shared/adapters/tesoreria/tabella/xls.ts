/** Rows of an old workbook (XLS, BIFF8): only the records that hold values are looked at; macros, drawings and formulas stay where they are. */
import type { Cella, RigaTabella } from "../../../domain/tesoreria/profili/tabella.ts";
import { FileIlleggibile } from "./file-illeggibile.ts";
import { chooseFoglio } from "./scegli-foglio.ts";
import { dayOfSeriale, type Epoca, isFormatoData } from "./seriali.ts";
import { readFlussoWorkbook } from "./xls-contenitore.ts";
import { Pezzi, type RecordXls, readRecord, TIPI, unpackRk } from "./xls-record.ts";
import { CELLA_MASSIMA, TESTI_CARATTERI_MASSIMI, TESTI_MASSIMI } from "./xlsx-parti.ts";

const BIFF8 = 0x0600;
const FOGLIO_DI_LAVORO = 0;

interface FoglioXls {
  readonly nome: string;
  readonly visibile: boolean;
  readonly posizione: number;
}

interface Cartella {
  readonly fogli: readonly FoglioXls[];
  readonly testi: readonly string[];
  /** By place of the style. */
  readonly stiliData: readonly boolean[];
  readonly epoca: Epoca;
}

const readTesti = (pezzi: Pezzi): readonly string[] => {
  pezzi.skip(4);
  const quanti = pezzi.number(4);
  const testi: string[] = [];
  let caratteri = 0;
  while (testi.length < quanti && !pezzi.finito) {
    const testo = pezzi.text(2).slice(0, CELLA_MASSIMA);
    caratteri += testo.length;
    if (caratteri > TESTI_CARATTERI_MASSIMI || testi.length >= TESTI_MASSIMI)
      throw new FileIlleggibile("il foglio di calcolo ha troppi testi: salvarlo come CSV");
    testi.push(testo);
  }
  return testi;
};

const readFoglio = ({ dati }: RecordXls): FoglioXls | undefined => {
  if (dati.length < 8 || dati.readUInt8(5) !== FOGLIO_DI_LAVORO) return undefined;
  return { posizione: dati.readUInt32LE(0), visibile: (dati.readUInt8(4) & 3) === 0, nome: new Pezzi([dati.subarray(6)]).text(1) };
};

/** A record with those that continue it. */
const joinSeguiti = (flusso: Buffer, primo: RecordXls): Pezzi => {
  const pezzi = [primo.dati];
  for (let r = readRecord(flusso, primo.dopo); r?.tipo === TIPI.CONTINUE; r = readRecord(flusso, r.dopo)) pezzi.push(r.dati);
  return new Pezzi(pezzi);
};

function readCartella(flusso: Buffer): Cartella {
  const inizio = readRecord(flusso, 0);
  if (inizio?.tipo !== TIPI.BOF || inizio.dati.length < 4) throw new FileIlleggibile("il file non è un foglio di calcolo XLS");
  if (inizio.dati.readUInt16LE(0) !== BIFF8)
    throw new FileIlleggibile("il foglio di calcolo è di Excel 95 o precedente: salvarlo come XLSX");
  const [fogli, formati, codici] = [[] as FoglioXls[], [] as number[], new Map<number, string>()];
  let [testi, epoca]: [readonly string[], Epoca] = [[], 1900];
  for (let r = readRecord(flusso, inizio.dopo); r && r.tipo !== TIPI.EOF; r = readRecord(flusso, r.dopo)) {
    if (r.tipo === TIPI.FILEPASS) throw new FileIlleggibile("il foglio di calcolo è protetto da password");
    if (r.tipo === TIPI.DATEMODE && r.dati.length >= 2 && r.dati.readUInt16LE(0) === 1) epoca = 1904;
    else if (r.tipo === TIPI.FORMAT && r.dati.length >= 5)
      codici.set(r.dati.readUInt16LE(0), joinSeguiti(flusso, { ...r, dati: r.dati.subarray(2) }).text(2));
    else if (r.tipo === TIPI.XF && r.dati.length >= 4) formati.push(r.dati.readUInt16LE(2));
    else if (r.tipo === TIPI.SST) testi = readTesti(joinSeguiti(flusso, r));
    else if (r.tipo === TIPI.BOUNDSHEET) {
      const foglio = readFoglio(r);
      if (foglio) fogli.push(foglio);
    }
  }
  return { fogli, testi, epoca, stiliData: formati.map((id) => isFormatoData(id, codici)) };
}

type Valore = readonly [colonna: number, cella: Cella];

class LettoreCelle {
  readonly #cartella: Cartella;
  readonly #flusso: Buffer;

  constructor(flusso: Buffer, cartella: Cartella) {
    this.#flusso = flusso;
    this.#cartella = cartella;
  }

  #numero(numero: number, stile: number): Cella {
    const giorno = this.#cartella.stiliData[stile] ? dayOfSeriale(numero, this.#cartella.epoca) : undefined;
    return giorno === undefined ? { numero } : { numero, giorno };
  }

  /** The values of a record; none when it holds no values. */
  read(record: RecordXls): readonly Valore[] {
    const { tipo, dati } = record;
    if (tipo === TIPI.MULRK) {
      const prima = dati.readUInt16LE(2);
      const quante = Math.floor((dati.length - 6) / 6);
      return Array.from({ length: quante }, (_, i) => {
        const posto = 4 + i * 6;
        return [prima + i, this.#numero(unpackRk(dati.readInt32LE(posto + 2)), dati.readUInt16LE(posto))] as const;
      });
    }
    const cella = this.#cella(record);
    return cella === undefined ? [] : [[dati.readUInt16LE(2), cella]];
  }

  #cella(record: RecordXls): Cella | undefined {
    const { tipo, dati } = record;
    const stile = dati.readUInt16LE(4);
    switch (tipo) {
      case TIPI.LABELSST:
        return this.#cartella.testi[dati.readUInt32LE(6)] ?? "";
      case TIPI.LABEL:
      case TIPI.RSTRING:
        return joinSeguiti(this.#flusso, { ...record, dati: dati.subarray(6) })
          .text(2)
          .slice(0, CELLA_MASSIMA);
      case TIPI.NUMBER:
        return this.#numero(dati.readDoubleLE(6), stile);
      case TIPI.RK:
        return this.#numero(unpackRk(dati.readInt32LE(6)), stile);
      case TIPI.FORMULA:
        return this.#formula(record, stile);
      default:
        return undefined;
    }
  }

  /** What it gave when it was last computed. */
  #formula({ dati, dopo }: RecordXls, stile: number): Cella {
    if (dati.readUInt16LE(12) !== 0xffff) return this.#numero(dati.readDoubleLE(6), stile);
    if (dati.readUInt8(6) !== 0) return "";
    let testo = readRecord(this.#flusso, dopo);
    // Array and shared formulas stand between a formula and its text.
    for (let passi = 0; testo && testo.tipo !== TIPI.STRING && passi < 2; passi++) testo = readRecord(this.#flusso, testo.dopo);
    return testo?.tipo === TIPI.STRING ? joinSeguiti(this.#flusso, testo).text(2).slice(0, CELLA_MASSIMA) : "";
  }
}

const DI_CELLE: ReadonlySet<number> = new Set([TIPI.LABELSST, TIPI.LABEL, TIPI.RSTRING, TIPI.NUMBER, TIPI.RK, TIPI.MULRK, TIPI.FORMULA]);
/** Shortest record that holds a value: row, column, style and four bytes. */
const CELLA_MINIMA = 10;

function* readRighe(flusso: Buffer, cartella: Cartella, posizione: number): Generator<RigaTabella> {
  const lettore = new LettoreCelle(flusso, cartella);
  let [riga, celle]: [number, Cella[]] = [-1, []];
  // What a sheet contains begins again with BOF: an embedded chart closes before the sheet does.
  let livello = 0;
  for (let r = readRecord(flusso, posizione); r; r = readRecord(flusso, r.dopo)) {
    if (r.tipo === TIPI.BOF) livello += 1;
    if (r.tipo === TIPI.EOF) livello -= 1;
    if (livello === 0) break;
    if (livello !== 1 || !DI_CELLE.has(r.tipo)) continue;
    if (r.dati.length < CELLA_MINIMA) throw new FileIlleggibile("il file XLS è danneggiato: una cella è tagliata");
    const numero = r.dati.readUInt16LE(0);
    if (numero < riga) throw new FileIlleggibile("le righe del foglio di calcolo non sono in ordine: salvarlo come XLSX");
    if (numero > riga) {
      if (riga >= 0) yield { riga: riga + 1, celle };
      [riga, celle] = [numero, []];
    }
    for (const [colonna, cella] of lettore.read(r)) {
      while (celle.length < colonna) celle.push("");
      celle[colonna] = cella;
    }
  }
  if (riga >= 0) yield { riga: riga + 1, celle };
}

/** @param nome sheet; absent = the first visible. Throws FileIlleggibile. */
export function* readXls(file: Buffer, nome: string | undefined): Generator<RigaTabella, void, undefined> {
  try {
    const flusso = readFlussoWorkbook(file);
    const cartella = readCartella(flusso);
    yield* readRighe(flusso, cartella, chooseFoglio(cartella.fogli, nome).posizione);
  } catch (errore) {
    // Node's own check of bounds: a length inside a record points beyond it.
    throw errore instanceof RangeError ? new FileIlleggibile("il file XLS è danneggiato: un valore è fuori dal suo record") : errore;
  }
}
