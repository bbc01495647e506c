/** The records of a CBI file, one at a time: on lines, or one after the other without separators, with or without the blank that every record begins with. */
import { FileNonValido } from "../xml.ts";
import { RECORD_CARATTERI } from "./tracciato.ts";

/** Some banks put more text than the standard has room for. */
const RIGA_MASSIMA = 1_000;
/** The second record begins where the first ends. */
const SENZA_SEPARATORI = /^[^\r\n]{120} (?:6[1-5]|EF)/;
const FINE_RIGA = /\r\n|\n|\r/;

export interface RecordCbi {
  /** Its place in the file, from 1. */
  readonly n: number;
  /** At least 120 characters. */
  readonly testo: string;
}

const complete = (riga: string): string => {
  // Position 1 is a blank that editors and mail programs remove.
  const intera = /^(?:RH|6[1-5]|EF)/.test(riga) ? ` ${riga}` : riga;
  return intera.padEnd(RECORD_CARATTERI);
};

/** Where the first record ends, and how much separates it from the next; undefined while it is not known. */
const split = (attesa: string, blocchi: boolean, fine: boolean): readonly [number, number] | undefined => {
  if (blocchi) return attesa.length >= RECORD_CARATTERI ? [RECORD_CARATTERI, 0] : fine && attesa !== "" ? [attesa.length, 0] : undefined;
  const trovata = FINE_RIGA.exec(attesa);
  // A carriage return at the end of a piece may be half of a CRLF.
  if (trovata && (fine || trovata.index + trovata[0].length < attesa.length)) return [trovata.index, trovata[0].length];
  return fine && attesa !== "" ? [attesa.length, 0] : undefined;
};

/** @throws FileNonValido when a line is too long to be a record. */
export async function* readRecord(pezzi: AsyncIterable<string>): AsyncGenerator<readonly RecordCbi[]> {
  let attesa = "";
  let blocchi: boolean | undefined;
  let n = 0;
  const take = (fine: boolean): readonly RecordCbi[] => {
    const pronti: RecordCbi[] = [];
    let da = 0;
    const resto = (): string => attesa.slice(da);
    if (blocchi === undefined && (fine || attesa.length > 2 * RECORD_CARATTERI)) blocchi = SENZA_SEPARATORI.test(attesa);
    if (blocchi === undefined) return pronti;
    for (let taglio = split(resto(), blocchi, fine); taglio !== undefined; taglio = split(resto(), blocchi, fine)) {
      const [lunghezza, separatore] = taglio;
      const riga = attesa.slice(da, da + lunghezza);
      n += 1;
      if (riga.length > RIGA_MASSIMA) throw new FileNonValido(`riga ${n}: il record supera ${RIGA_MASSIMA} caratteri`);
      // Host systems close their files with this character.
      if (riga.replaceAll("\u001a", "").trim() !== "") pronti.push({ n, testo: complete(riga) });
      da += lunghezza + separatore;
    }
    attesa = resto();
    if (attesa.length > RIGA_MASSIMA) throw new FileNonValido(`riga ${n + 1}: il record supera ${RIGA_MASSIMA} caratteri`);
    return pronti;
  };
  for await (const pezzo of pezzi) {
    attesa += pezzo;
    yield take(false);
  }
  yield take(true);
}
