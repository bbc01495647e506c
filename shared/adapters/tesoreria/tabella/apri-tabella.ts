/** A table of a bank, opened: what it is, its first rows, the profile that reads it. CSV goes by as a stream; workbooks are held as they came, compressed. */
import { type Esito, ko, ok } from "../../../domain/esito.ts";
import type { Lettura } from "../../../domain/tesoreria/movimento.ts";
import type { CandidatoLettura } from "../../../domain/tesoreria/profili/candidati.ts";
import { Mappatura, tryProfilo } from "../../../domain/tesoreria/profili/mappatura.ts";
import { type RegoleLettura, RIGHE_TESTATA_MASSIME, type TipoTabella } from "../../../domain/tesoreria/profili/profilo.ts";
import type { RigaTabella } from "../../../domain/tesoreria/profili/tabella.ts";
import type { TabellaAperta, TabelleBanca, TaglioTabella } from "../../../ports/tabelle-banca.ts";
import { readCsv } from "./csv.ts";
import { FileIlleggibile } from "./file-illeggibile.ts";
import { recognizeTabella } from "./riconosci-tabella.ts";
import { readXls } from "./xls.ts";
import { readXlsx } from "./xlsx.ts";

/** A workbook of a bank is a month of movements: beyond this it was made to fill the memory. */
export const FOGLIO_MASSIMO_BYTE = 32 * 1_048_576;
const INIZIO_BYTE = 65_536;
/** Rows that a profile is tried on: those where the header may be, and some movements. */
const RIGHE_PROVA = RIGHE_TESTATA_MASSIME + 40;

async function* chain(primi: readonly Uint8Array[], resto: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* primi;
  for (let pezzo = await resto.next(); !pezzo.done; pezzo = await resto.next()) yield pezzo.value;
}

async function* onlyOf(byte: Uint8Array): AsyncGenerator<Uint8Array> {
  yield byte;
}

async function* fromSync(righe: Iterable<RigaTabella>): AsyncGenerator<RigaTabella> {
  yield* righe;
}

const holdFoglio = async (pezzi: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const tenuti: Uint8Array[] = [];
  let totale = 0;
  for await (const pezzo of pezzi) {
    totale += pezzo.length;
    if (totale > FOGLIO_MASSIMO_BYTE)
      throw new FileIlleggibile(`il foglio di calcolo supera ${FOGLIO_MASSIMO_BYTE / 1_048_576} MB: salvarlo come CSV`);
    tenuti.push(pezzo);
  }
  return Buffer.concat(tenuti);
};

/** Rows by the rules of a profile; `prova` = only those at the beginning, that can be asked again. */
type LeggiRighe = (taglio: TaglioTabella, prova: boolean) => AsyncIterable<RigaTabella>;

const takeInizio = async (resto: AsyncIterator<Uint8Array>): Promise<readonly Uint8Array[]> => {
  const primi: Uint8Array[] = [];
  for (let letti = 0; letti < INIZIO_BYTE; ) {
    const pezzo = await resto.next();
    if (pezzo.done) break;
    primi.push(pezzo.value);
    letti += pezzo.value.length;
  }
  return primi;
};

/** A refusal of the readers as a value; what is not one goes through. */
const catchIlleggibile = async <T>(leggi: () => Promise<T>): Promise<Esito<T>> => {
  try {
    return ok(await leggi());
  } catch (errore) {
    if (errore instanceof FileIlleggibile) return ko(errore.message);
    throw errore;
  }
};

class Tabella implements TabellaAperta {
  readonly tipo: TipoTabella;
  readonly #righe: LeggiRighe;
  /** First rows already cut, by how they were. */
  readonly #prime = new Map<string, Promise<Esito<readonly RigaTabella[]>>>();

  constructor(tipo: TipoTabella, righe: LeggiRighe) {
    this.tipo = tipo;
    this.#righe = righe;
  }

  takePrime({ codifica, separatore, virgolette, foglio }: TaglioTabella): Promise<Esito<readonly RigaTabella[]>> {
    const chiave = JSON.stringify([codifica, separatore, virgolette, foglio]);
    const note = this.#prime.get(chiave);
    if (note) return note;
    const taglio = {
      virgolette,
      ...(codifica && { codifica }),
      ...(separatore && { separatore }),
      ...(foglio !== undefined && { foglio }),
    };
    const nuove = catchIlleggibile(async () => {
      const prime: RigaTabella[] = [];
      for await (const riga of this.#righe(taglio, true)) {
        prime.push(riga);
        if (prime.length >= RIGHE_PROVA) break;
      }
      return prime;
    });
    this.#prime.set(chiave, nuove);
    return nuove;
  }

  /** The best: one that reads more rows than it rejects, else one that at least finds its columns. */
  async choose(candidati: readonly CandidatoLettura[]): Promise<Esito<CandidatoLettura>> {
    const motivi: string[] = [];
    let ripiego: CandidatoLettura | undefined;
    for (const candidato of candidati) {
      const prova = await this.#try(candidato);
      if (!prova.ok) motivi.push(prova.errore);
      else if (prova.valore.lette > prova.valore.scartate || prova.valore.scartate === 0) return ok(candidato);
      else ripiego ??= candidato;
    }
    if (ripiego) return ok(ripiego);
    const [motivo] = motivi;
    // The same for every profile: it is the file that is broken.
    const uguali = motivi.every((altro) => altro === motivo);
    const unico = new Set(candidati.map(({ nome }) => nome)).size === 1;
    return ko(
      motivo !== undefined && (unico || uguali)
        ? motivo
        : "nessun profilo di lettura riconosce le colonne del file: provarlo con l'anteprima e salvare un profilo",
    );
  }

  async #try({ nome, regole }: CandidatoLettura): Promise<ReturnType<typeof tryProfilo>> {
    if (regole.tipoFile !== undefined && regole.tipoFile !== this.tipo)
      return ko(`il profilo "${nome}" legge file ${regole.tipoFile}, questo è un ${this.tipo}`);
    const prime = await this.takePrime(regole);
    return prime.ok ? tryProfilo(regole, prime.valore) : prime;
  }

  async *read(regole: RegoleLettura): AsyncGenerator<Lettura, void, undefined> {
    const mappatura = new Mappatura(regole);
    try {
      for await (const riga of this.#righe(regole, false)) {
        for (const lettura of mappatura.accept(riga)) {
          yield lettura;
          if (lettura.tipo === "rifiuto") return;
        }
      }
    } catch (errore) {
      if (!(errore instanceof FileIlleggibile)) throw errore;
      yield { tipo: "rifiuto", motivo: errore.message };
      return;
    }
    yield mappatura.end();
  }
}

export const tabelleBanca: TabelleBanca = {
  open: (byte) =>
    catchIlleggibile(async () => {
      const resto = byte[Symbol.asyncIterator]();
      const primi = await takeInizio(resto);
      const inizio = Buffer.concat(primi);
      const vista = recognizeTabella(inizio);
      if ("motivo" in vista) throw new FileIlleggibile(vista.motivo);
      if (vista.tipo === "CSV")
        return new Tabella("CSV", (taglio, prova) => readCsv(inizio, prova ? onlyOf(inizio) : chain(primi, resto), taglio));
      const file = await holdFoglio(chain(primi, resto));
      return new Tabella(vista.tipo, ({ foglio }) => (vista.tipo === "XLS" ? fromSync(readXls(file, foglio)) : readXlsx(file, foglio)));
    }),
};
