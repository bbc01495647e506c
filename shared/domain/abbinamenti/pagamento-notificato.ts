/** What the creditor's own system says of a payment: the notification of the body, by IUD. */
import type { NotificaProva } from "../riscontri/evidenze.ts";

export interface PagamentoNotificato extends NotificaProva {
  readonly versione: number;
  readonly principal: string;
  /** Instant of the notification. */
  readonly dataNotifica: string;
}
