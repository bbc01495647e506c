/**
 * The printed payment notice as a port: use cases know what a notice says, never how a page is drawn.
 * Lengths in the comments are those of the pagoPA notice guidelines 3.5; longer texts are still printed, in smaller type.
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

export interface AvvisoDaStampare {
  readonly ente: EnteDaStampare;
  readonly debitore: DebitoreDaStampare;
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
  /** Replaces the standard note about amounts that may change (at most 255 characters); an empty string removes it. */
  readonly informativaImporto?: string | undefined;
  /** Instant (ISO, UTC) written as the creation date of the document: same notice and same instant, same bytes. */
  readonly dataStampa: string;
}

export interface StampaAvviso {
  /** Answers the bytes of a one-page A4 PDF/UA document. Fails only for bugs (a QR content that no QR code can hold, a malformed instant). */
  render(avviso: AvvisoDaStampare): Promise<Uint8Array>;
}
