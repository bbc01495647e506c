/** The archives of debt positions of pagoPA, ACA and GPD (pagopa.md 7.1, 7.2), in our words: one contract, two addresses. */
import type { Connettore } from "../domain/anagrafiche/creditore.ts";
import type { Esito } from "../domain/esito.ts";
import type { PosizioneDebitoria, PosizioneRemota } from "../domain/gpd/posizione.ts";

/** Where an archive answers for a creditor. */
export interface PuntoGpd {
  readonly idDominio: string;
  readonly connettore: Connettore;
  /** Whose debt the calls are about, for the journal. */
  readonly riferimenti?: { readonly iuv: string; readonly numeroAvviso: string; readonly idA2A: string; readonly idPendenza: string };
}

/** `guasto` may pass by itself; the others are answers, and asking again gives the same. */
export interface ErroreGpd {
  readonly causa: "guasto" | "troppe-richieste" | "non-autorizzata" | "non-trovata" | "conflitto" | "rifiutata";
  readonly status?: number;
  readonly dettaglio: string;
  /** What the service asks to wait, when it says so. */
  readonly attesaSecondi?: number;
}

export interface PaginaGpd {
  readonly posizioni: readonly PosizioneRemota[];
  readonly pagineTotali: number;
}

export interface ArchivioGpd {
  get(punto: PuntoGpd, iupd: string): Promise<Esito<PosizioneRemota, ErroreGpd>>;
  /** Inserted and published in one call. */
  create(punto: PuntoGpd, posizione: PosizioneDebitoria): Promise<Esito<void, ErroreGpd>>;
  /** Replaced as a whole, and published or left as a draft that nobody can pay. */
  replace(punto: PuntoGpd, posizione: PosizioneDebitoria, pubblica: boolean): Promise<Esito<void, ErroreGpd>>;
  remove(punto: PuntoGpd, iupd: string): Promise<Esito<void, ErroreGpd>>;
  /** Says that a notice was paid elsewhere. @param dataPagamento instant. */
  markPagata(punto: PuntoGpd, numeroAvviso: string, dataPagamento: string): Promise<Esito<void, ErroreGpd>>;
  /** One page of the positions of the creditor, oldest first. @param pagina from 0. */
  find(punto: PuntoGpd, pagina: number): Promise<Esito<PaginaGpd, ErroreGpd>>;
}
