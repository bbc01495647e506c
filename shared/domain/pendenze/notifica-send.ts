/**
 * A debt whose notice is served through SEND: what the service costs, and when it took effect. The cost changes while the notification goes on, hence it is read when
 * somebody asks to pay (API B2B v2.3, retrieveNotificationPriceV23), and kept apart from what the creditor asked, so that it can be counted again.
 */
/** As SEND answered; amounts in cents, dates are instants. */
export interface PrezzoNotifica {
  readonly iun: string;
  /** All that is owed for the notification: fee of SEND, of the creditor, and paper with its VAT. */
  readonly totale: bigint;
  readonly quotaSend?: bigint;
  readonly quotaEnte?: bigint;
  /** Before VAT. */
  readonly cartaceo?: bigint;
  /** Percent. */
  readonly iva?: number;
  readonly dataVisualizzazione?: string;
  readonly dataPerfezionamento?: string;
}

export interface NotificaSend {
  /** Given by the creditor: of another notification the price is not taken. */
  readonly iun?: string;
  /** The creditor wants the cost added to what is paid. */
  readonly aggiungiCosto?: true;
  readonly prezzo?: PrezzoNotifica & { readonly lettoIl: string };
  /** Cents of the cost that are in the amount of the debt. */
  readonly costoApplicato?: bigint;
}

/** A new load has the amount without the cost: what was read stays, and is counted again. `nuova` is what the load says of the notification. */
export const mergeNotifica = (
  prima: NotificaSend | undefined,
  nuova: Pick<NotificaSend, "iun" | "aggiungiCosto"> | undefined,
): NotificaSend | undefined => {
  if (!nuova) return undefined;
  const { iun, aggiungiCosto } = nuova;
  const prezzo = prima?.prezzo && (iun === undefined || iun === prima.prezzo.iun) ? prima.prezzo : undefined;
  return { ...(iun !== undefined && { iun }), ...(aggiungiCosto && { aggiungiCosto }), ...(prezzo && { prezzo }) };
};
