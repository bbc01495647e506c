/** The formats of a table. */
import type { ScrittoreTabelle } from "../../ports/tabelle.ts";
import { writeCsv } from "./csv.ts";
import { writeXlsx } from "./xlsx.ts";

export const scrittoreTabelle: ScrittoreTabelle = {
  write: ({ formato, virgola, colonne }, righe) => (formato === "CSV" ? writeCsv(colonne, righe, virgola) : writeXlsx(colonne, righe)),
};
