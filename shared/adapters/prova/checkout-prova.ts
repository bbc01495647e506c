/** Checkout of the creditors in prova: nobody is called, the page is ours. A magic amount is refused as Checkout would. */
import { ko, ok } from "../../domain/esito.ts";
import { causaCheckout } from "../../domain/pagamenti/rifiuti-checkout.ts";
import { findEsitoProva } from "../../domain/prova/valori-magici.ts";
import type { Checkout } from "../../ports/checkout.ts";

const RIFIUTI: Readonly<Record<string, number>> = { CARRELLO_RIFIUTATO: 422, CHECKOUT_GUASTO: 502 };

/** @param paginaDi address of the page on which that payment is played. */
export const createCheckoutProva = (paginaDi: (idPagamento: string) => string): Checkout => ({
  createCarrello: async (_connettore, { idCarrello, avvisi }) => {
    const status = avvisi.map(({ importo }) => RIFIUTI[findEsitoProva({ importo }, ["checkout"]) ?? ""]).find((uno) => uno !== undefined);
    if (status !== undefined) return ko({ causa: causaCheckout(status), status, dettaglio: "valore magico di un dominio in prova" });
    return ok({ redirect: paginaDi(idCarrello) });
  },
});
