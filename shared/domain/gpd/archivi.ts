/** The archives of pagoPA and what of them debts and creditors carry: apart from the rules, so that debt and creditor can name it. */

/**
 * SINCRONA: we answer the Node and pagoPA keeps nothing. SINCRONA_ACA: the same, and the stand-in archive (ACA) knows the debt.
 * GPD: pagoPA answers the Node from its archive of debt positions (asynchronous integration).
 */
export type ModalitaPagoPA = "SINCRONA" | "SINCRONA_ACA" | "GPD";

/** An archive of pagoPA: two services with one contract. */
export type ArchivioPagoPA = "ACA" | "GPD";

/** What a debt that an archive follows says of it. */
export interface AllineamentoVoluto {
  readonly archivio: ArchivioPagoPA;
  /** Version of the debt at its last change that matters to the archive: a message that carries an older one has nothing to say. */
  readonly richiesta: number;
  /** Of what the archive shows. */
  readonly impronta: string;
}
