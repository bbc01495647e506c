/** Tables of banks that are at hand whole, for who is still deciding how to read them. */
import type { Esito } from "../domain/esito.ts";
import type { Lettura } from "../domain/tesoreria/movimento.ts";
import type { CandidatoLettura } from "../domain/tesoreria/profili/candidati.ts";
import type { RegoleLettura, TipoTabella } from "../domain/tesoreria/profili/profilo.ts";
import type { RigaTabella } from "../domain/tesoreria/profili/tabella.ts";

/** How the cells of a file are cut. */
export type TaglioTabella = Pick<RegoleLettura, "codifica" | "separatore" | "virgolette" | "foglio">;

export interface TabellaAperta {
  readonly tipo: TipoTabella;
  /** The first rows, about a hundred. Errors: why they cannot be read, in Italian. */
  takePrime(taglio: TaglioTabella): Promise<Esito<readonly RigaTabella[]>>;
  /** The first profile that reads the first rows. Errors: why none does. */
  choose(candidati: readonly CandidatoLettura[]): Promise<Esito<CandidatoLettura>>;
  /** The whole file by these rules; once only. */
  read(regole: RegoleLettura): AsyncGenerator<Lettura, void, undefined>;
}

export interface TabelleBanca {
  /** Errors: why the file is no table, in Italian. */
  open(byte: AsyncIterable<Uint8Array>): Promise<Esito<TabellaAperta>>;
}
