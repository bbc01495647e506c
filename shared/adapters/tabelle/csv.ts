/** CSV for spreadsheets: UTF-8 with its mark, semicolons, no cell that would run as a formula. */

import type { Valore } from "../../domain/esportazioni/tabelle.ts";
import { writeRecord } from "../../domain/tracciati/csv.ts";
import type { Testata } from "../../ports/tabelle.ts";
import { toTesto } from "./celle.ts";

const SEGNO_UTF8 = "\uFEFF";
/** Rows are written together up to here: a piece for each would cost more than the rows. */
const PEZZO_CARATTERI = 65_536;

export async function* writeCsv(
  colonne: readonly Testata[],
  righe: AsyncIterable<readonly Valore[]>,
  virgola: boolean,
): AsyncGenerator<Uint8Array> {
  const cella = ({ tipo }: Testata, valore: Valore): string => {
    const testo = toTesto(tipo, valore);
    return virgola && tipo === "importo" ? testo.replace(".", ",") : testo;
  };
  let testo = `${SEGNO_UTF8}${writeRecord(
    colonne.map(({ nome }) => nome),
    ";",
  )}`;
  for await (const riga of righe) {
    testo += writeRecord(
      colonne.map((colonna, n) => cella(colonna, riga[n])),
      ";",
    );
    if (testo.length >= PEZZO_CARATTERI) {
      yield Buffer.from(testo, "utf8");
      testo = "";
    }
  }
  yield Buffer.from(testo, "utf8");
}
