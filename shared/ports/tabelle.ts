/** A table as a file, written while its rows are read: it never holds more than some of them. */
import type { Formato } from "../domain/esportazioni/esportazione.ts";
import type { TipoColonna, Valore } from "../domain/esportazioni/tabelle.ts";

export interface Testata {
  readonly nome: string;
  readonly tipo: TipoColonna;
}

export interface ScrittoreTabelle {
  write(
    tabella: { readonly formato: Formato; readonly virgola: boolean; readonly colonne: readonly Testata[] },
    righe: AsyncIterable<readonly Valore[]>,
  ): AsyncIterable<Uint8Array>;
}

export const TIPI_FILE: Readonly<Record<Formato, string>> = {
  CSV: "text/csv; charset=utf-8",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
