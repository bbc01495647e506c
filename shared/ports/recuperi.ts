/** Reads of the receipts that are missing. */
import type { Recupero } from "../domain/recuperi/recupero.ts";
import type { Segnaposto } from "./deposito.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { FiltriPerDominio } from "./posizioni.ts";

export interface ChiaveRecupero {
  readonly idDominio: string;
  readonly iuv: string;
  readonly iur: string;
}

/** What the jobs walk through, oldest first: asked for by an operator, waiting for its turn, activations that wait for a flow. */
export type ElencoLavoro = "urgenti" | "aperti" | "attesa";

export interface Recuperi {
  getRecupero(chiave: ChiaveRecupero): Promise<Recupero | undefined>;
  /** Lists of the creditors in scope, by the instant in which each was noticed. */
  findRecuperi(
    filtri: FiltriPerDominio & { readonly stato?: string; readonly origine?: string; readonly iur?: string; readonly idFlusso?: string },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Recupero>>;
  /** A stretch of those whose time has come (index, bounded). @param adesso instant. */
  findMaturi(
    elenco: ElencoLavoro,
    adesso: string,
    quanti: number,
    dopo?: Segnaposto,
  ): Promise<{ readonly recuperi: readonly Recupero[]; readonly dopo?: Segnaposto }>;
  /** How many receipts are being looked for, counting up to `tetto`. */
  countAperti(tetto: number): Promise<number>;
  /** Where the search of old activations of a creditor has got: instant, undefined the first time. */
  getSegnalibroAttivazioni(idDominio: string): Promise<{ readonly versione: number; readonly finoA: string } | undefined>;
}
