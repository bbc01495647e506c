/** pagoPA Checkout, where the payments started by the creditor happen: a cart of 1..5 notices in, the address of the payment page out. */
import type { Connettore } from "../domain/anagrafiche/creditore.ts";
import type { Esito } from "../domain/esito.ts";
import type { CausaCheckout } from "../domain/pagamenti/rifiuti-checkout.ts";
import type { Ritorni } from "../domain/pagamenti/ritorno.ts";

export interface Carrello {
  readonly idCarrello: string;
  readonly emailNotice?: string;
  /** importo in cents, at least 1. */
  readonly avvisi: readonly {
    readonly numeroAvviso: string;
    readonly idDominio: string;
    readonly ragioneSociale: string;
    readonly causale: string;
    readonly importo: bigint;
  }[];
  /** Every item of every notice can be credited to a postal account: Checkout offers the Post as well. */
  readonly tuttoPostale?: true;
  readonly ritorno: Ritorni;
}

export interface RifiutoCheckout {
  readonly causa: CausaCheckout;
  readonly status?: number;
  /** What was answered, or why nothing was; for the journal. */
  readonly dettaglio: string;
}

export interface Checkout {
  /** The redirect is as Checkout wrote it: not followed, not changed. */
  createCarrello(connettore: Connettore, carrello: Carrello): Promise<Esito<{ readonly redirect: string }, RifiutoCheckout>>;
}
