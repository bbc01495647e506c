/** pagoPA Checkout, where the payments started by the creditor happen: a cart of 1..5 notices in, the address of the payment page out. */
import type { Connettore } from "../domain/anagrafiche/creditore.ts";
import type { Esito } from "../domain/esito.ts";

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
  readonly ritorno: { readonly ok: string; readonly annullato: string; readonly errore: string; readonly attesa: string };
}

export type RifiutoCheckout =
  | { readonly causa: "irraggiungibile"; readonly dettaglio: string }
  | { readonly causa: "rifiutato"; readonly status: number; readonly dettaglio: string };

export interface Checkout {
  createCarrello(connettore: Connettore, carrello: Carrello): Promise<Esito<{ readonly redirect: string }, RifiutoCheckout>>;
}
