/**
 * The printed payment notice as a port: use cases know what a notice says, never how a page is drawn.
 * Lengths in the comments are those of the pagoPA notice guidelines 3.5; longer texts are still printed, in smaller type and then on a page apart.
 */

export interface EnteDaStampare {
  /** Fiscal code of the creditor (11 digits). */
  readonly idDominio: string;
  /** At most 100 characters. */
  readonly ragioneSociale: string;
  /** Department that handles the payment, at most 50 characters. */
  readonly unita?: string | undefined;
  /** Contacts for the citizen (site, call centre, mail), at most 100 characters. */
  readonly info?: string | undefined;
  /** Interbank code of the creditor, once called codice SIA. */
  readonly cbill?: string | undefined;
  /** PNG or JPEG, best square and of at least 354 pixels (30 mm at 300 dpi). An unreadable logo is left out: the notice is due all the same. */
  readonly logo?: Uint8Array | undefined;
  /** Site of the creditor, printed among the contacts. */
  readonly web?: string | undefined;
}

export interface DebitoreDaStampare {
  /** Fiscal code or VAT number; `ANONIMO` is not printed (guidelines: left out only if unknown). */
  readonly identificativo: string;
  /** At most 70 characters. */
  readonly anagrafica: string;
  /** At most 140 characters, on one line. */
  readonly indirizzo?: string | undefined;
}

/** Second language of a bilingual notice. */
export type LinguaSecondaria = "de" | "en" | "fr" | "sl";

/** What a payment is within its document: all at once, an instalment, or an amount that holds until (or from) a day of the procedure. */
export type FormaPagamento =
  | { readonly tipo: "unica" }
  | { readonly tipo: "rata"; readonly numero: number }
  | { readonly tipo: "ENTRO" | "OLTRE"; readonly giorni: number }
  | { readonly tipo: "RIDOTTO" | "SCONTATO" };

/** The bollettino postale PA, for payments that go to a postal account of a creditor authorised by Poste to print it. */
export interface BollettinoDaStampare {
  /** 12 digits. */
  readonly contoPostale: string;
  readonly intestatario: string;
  /** "AUT. DB/… DEL …". */
  readonly autorizzazione: string;
  /** Content of the DataMatrix, exactly as the post office must read it: printable ASCII. */
  readonly dataMatrix: string;
}

export interface PagamentoDaStampare {
  readonly forma: FormaPagamento;
  /** What is paid for: 90 characters by the guidelines, 140 by the protocol (causale). */
  readonly oggetto: string;
  /** Cents. */
  readonly importo: bigint;
  /** "YYYY-MM-DD", a day in Europe/Rome. Without it the "senza scadenza" variant is printed. */
  readonly dataScadenza?: string | undefined;
  /** 18 digits. */
  readonly numeroAvviso: string;
  /** Content of the QR code, exactly as the payment apps must read it. */
  readonly qr: string;
  readonly bollettino?: BollettinoDaStampare | undefined;
}

/** One printed notice: the payments of one debtor for one subject. */
export interface AvvisoDaStampare {
  readonly ente: EnteDaStampare;
  readonly debitore: DebitoreDaStampare;
  /** Subject in the heading: the causale, or the description of the document. */
  readonly oggetto: string;
  readonly linguaSecondaria?: LinguaSecondaria | undefined;
  /** The subject in the second language. */
  readonly oggettoSecondario?: string | undefined;
  /** Replaces the standard note about amounts that may change (at most 255 characters); an empty string removes it. */
  readonly informativaImporto?: string | undefined;
  /** The same, in the second language. */
  readonly informativaSecondaria?: string | undefined;
  /** At least one, in the order in which they are printed: single solution, instalments, thresholds. */
  readonly pagamenti: readonly PagamentoDaStampare[];
  /** Of money that does not exist: said across every sheet. */
  readonly prova?: true;
  /** Instant (ISO, UTC) written as the creation date of the document: same notice and same instant, same bytes. */
  readonly dataStampa: string;
}

export interface StampaAvviso {
  /** Answers the bytes of an A4 PDF/UA document. Fails only for bugs (a QR content that no QR code can hold, a malformed instant). */
  render(avviso: AvvisoDaStampare): Promise<Uint8Array>;
  /** The same notices one after the other in one document, given out while it is written: memory does not grow with their number. */
  renderUniti(avvisi: AsyncIterable<AvvisoDaStampare>, dataStampa: string): AsyncIterable<Uint8Array>;
}
