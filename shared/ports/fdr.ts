/** The settlement flows as pagoPA publishes them (FdR-3, pagopa.md 5.1), in our words: cents, instants in UTC, days. */
import type { Connettore } from "../domain/anagrafiche/creditore.ts";
import type { Esito } from "../domain/esito.ts";
import type { RigaDaAbbinare } from "../domain/rendicontazioni/abbinamento.ts";
import type { PuntoNodo } from "./nodo-storico.ts";
import type { ChiaveFlusso } from "./rendicontazioni.ts";

export interface FlussoPubblicato extends ChiaveFlusso {
  /** Instants; emission cut to the second. */
  readonly dataPubblicazione: string;
  readonly dataFlusso: string;
}

export interface TestataFlusso {
  readonly dataFlusso: string;
  readonly dataPubblicazione?: string;
  readonly trn: string;
  readonly dataRegolamento: string;
  readonly bicRiversamento?: string;
  readonly ragioneSocialePsp: string;
  /** As the XML writes them: G, A or B. */
  readonly mittente: { readonly tipo: string; readonly id: string };
  /** Creditor written in the flow: should be the one it was asked for. */
  readonly idDominioRicevente: string;
  readonly numeroPagamenti: number;
  readonly importoTotale: bigint;
  /** Key of the document, where it was kept. */
  readonly originale?: string;
}

export interface RigaFlusso extends RigaDaAbbinare {
  /** Day of the payment. */
  readonly data: string;
}

export interface ErroreFdr {
  /** `illeggibile`: it answered, with something that is not a flow; asking again gives the same. The others may pass. */
  readonly causa: "troppe-richieste" | "irraggiungibile" | "rifiutato" | "non-trovato" | "illeggibile";
  readonly dettaglio: string;
}

/** With `stazione` the flows are read through FdR-1 (SOAP), as that station; without, through FdR-3. */
export interface ConnettoreFdr extends Connettore {
  readonly stazione?: Omit<PuntoNodo, "connettore">;
}

export interface PaginaFlusso {
  readonly righe: readonly RigaFlusso[];
  readonly pagineTotali: number;
}

/** A revision of FdR-1 is told by its instant in seconds (domain/rendicontazioni/revisione-storica.ts). */
export interface Fdr {
  /** One page of the flows published after an instant (absent: in the last 30 days), last revision of each. */
  findPubblicati(
    connettore: ConnettoreFdr,
    idDominio: string,
    pagina: number,
    dopo?: string,
  ): Promise<Esito<{ readonly flussi: readonly FlussoPubblicato[]; readonly pagineTotali: number }, ErroreFdr>>;
  getTestata(connettore: ConnettoreFdr, flusso: ChiaveFlusso): Promise<Esito<TestataFlusso, ErroreFdr>>;
  /** Up to 1,000 rows. */
  getPagamenti(connettore: ConnettoreFdr, flusso: ChiaveFlusso, pagina: number): Promise<Esito<PaginaFlusso, ErroreFdr>>;
}

/** Reads flows from their own documents, kept by us, as if pagoPA gave them: the same pages. */
export interface FlussiOriginali {
  getTestata(chiave: string): Promise<Esito<TestataFlusso, ErroreFdr>>;
  getPagamenti(chiave: string, pagina: number): Promise<Esito<PaginaFlusso, ErroreFdr>>;
}

/** What a document says of itself. Errors: why it is not a flow, in Italian. */
export type LeggiDocumentoFlusso = (
  contenuto: Uint8Array,
) => Esito<{ readonly idFlusso: string; readonly testata: TestataFlusso; readonly righe: number }>;

export interface DocumentoFlusso {
  readonly idFlusso: string;
  readonly testata: TestataFlusso;
  readonly righe: number;
  /** Where it is kept, with its pages. */
  readonly originale: string;
}

/** Keeps a document of any size under the name of its content, its pages beside it: the same again writes the same. Errors: why it is not a flow, in Italian. */
export type DividiFlusso = (documento: {
  readonly idDominio: string;
  /** Hexadecimal SHA-256 of what was uploaded. */
  readonly impronta: string;
  /** From the beginning, each time. */
  readonly byte: () => AsyncIterable<Uint8Array>;
}) => Promise<Esito<DocumentoFlusso>>;
