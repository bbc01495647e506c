/** What pagoPA knows of the creditors of an intermediary (Backoffice external EC, pagopa.md 8): accounts and stations, a page at a time, read only. */
import type { Connettore } from "../domain/anagrafiche/creditore.ts";
import type { ContoPagoPa, EntePagoPa } from "../domain/controlli/controllo.ts";
import type { Esito } from "../domain/esito.ts";

export interface ErroreBackofficeEc {
  readonly causa: "troppe-richieste" | "irraggiungibile" | "rifiutato" | "non-trovato" | "illeggibile";
  readonly dettaglio: string;
}

export interface PaginaBackofficeEc<T> {
  readonly elementi: readonly T[];
  readonly pagineTotali: number;
  /** Of all the pages. */
  readonly totale: number;
}

export interface BackofficeEc {
  /** `pagina` from 0, up to 100 elements each. */
  findConti(
    connettore: Connettore,
    idIntermediario: string,
    pagina: number,
  ): Promise<Esito<PaginaBackofficeEc<ContoPagoPa>, ErroreBackofficeEc>>;
  findEnti(
    connettore: Connettore,
    idIntermediario: string,
    pagina: number,
  ): Promise<Esito<PaginaBackofficeEc<EntePagoPa>, ErroreBackofficeEc>>;
}
