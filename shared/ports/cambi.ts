/** Reads of the replacements of accounts and of what waits for a second person. They change through the unit of work. */
import type { Approvazione, TipoApprovazione } from "../domain/approvazioni/approvazione.ts";
import type { StatoApprovazione } from "../domain/approvazioni/stati-approvazione.ts";
import type { CambioIban } from "../domain/cambi/cambio-iban.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { Unicita } from "./unit-of-work.ts";

export interface Approvazioni {
  get(id: string): Promise<Approvazione | undefined>;
  /** Latest first. Creditors that the caller may see, and services of the ACL that it may read. */
  find(
    filtri: {
      readonly domini: "*" | readonly string[];
      readonly servizi: readonly string[];
      readonly idDominio?: string;
      readonly stato?: StatoApprovazione;
    },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Approvazione>>;
  /** Those of a kind that nobody decided in time, asked from an instant on. */
  findScadute(tipo: TipoApprovazione, richiesteDa: string, adesso: string): Promise<readonly Approvazione[]>;
}

export interface Cambi {
  get(id: string): Promise<CambioIban | undefined>;
  /** Of a creditor, latest first. */
  find(idDominio: string, pagina: RichiestaPagina): Promise<Pagina<CambioIban>>;
  /** The last replacement asked of an account: its name belongs to one at a time. */
  getUnicita(idDominio: string, iban: string): Promise<Unicita | undefined>;
}

/** Name reserved by the replacement of an account. */
export const chiaveCambio = (idDominio: string, iban: string): string => `${idDominio}#${iban}`;
