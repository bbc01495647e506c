/** Reads of what is known of the copies of the debts in the archives of pagoPA, and of the nightly comparisons. */
import type { Allineamento } from "../domain/gpd/allineamento.ts";
import type { ArchivioPagoPA } from "../domain/gpd/archivi.ts";
import type { VerificaGpd } from "../domain/gpd/verifica.ts";
import type { Pendenza } from "../domain/pendenze/pendenza.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { AmbitiUnita, ChiavePosizione, FiltriPerDominio } from "./posizioni.ts";

/** A debt with its copy, as far as we know it. */
export interface PendenzaAllineata {
  readonly pendenza?: Pendenza;
  readonly allineamento?: Allineamento;
}

export interface FiltriAllineamenti extends FiltriPerDominio {
  readonly stato?: string;
  readonly archivio?: string;
  readonly tipiPendenza: "*" | readonly string[];
  /** Creditor and unit pairs of a caller limited to some units; absent = no such limit. */
  readonly ambiti?: AmbitiUnita;
}

export interface Allineamenti {
  /** One request, strongly consistent. */
  get(chiave: ChiavePosizione): Promise<PendenzaAllineata>;
  /** Up to 50 debts in one request; in the order asked for, empty where there is nothing. */
  getMany(chiavi: readonly ChiavePosizione[]): Promise<readonly PendenzaAllineata[]>;
  /** Those that did not go well (IN_ATTESA, RIFIUTATA, DIFFORME), by creditor. */
  find(filtri: FiltriAllineamenti, pagina: RichiestaPagina): Promise<Pagina<Allineamento>>;
  /** Comparisons, by creditor. */
  findVerifiche(filtri: FiltriPerDominio & { readonly archivio?: string }, pagina: RichiestaPagina): Promise<Pagina<VerificaGpd>>;
  getVerifica(idDominio: string, archivio: ArchivioPagoPA, giorno: string): Promise<VerificaGpd | undefined>;
  /** All the debts of a creditor, in order of loading. @param frammenti list keys of the creditor. */
  findPendenze(idDominio: string, frammenti: number, pagina: RichiestaPagina): Promise<Pagina<Pendenza>>;
  /** Names of the positions of pagoPA seen by the first pass, kept until the second has used them. */
  putViste(verifica: VerificaGpd, iupd: readonly string[]): Promise<void>;
  getViste(verifica: VerificaGpd): Promise<ReadonlySet<string>>;
}
