/** The simulated parties put together: they share a memory and a clock, and speak to the gateway and to each other as they really would. */
import { createCheckout } from "./checkout/checkout.ts";
import { rotteCheckout } from "./checkout/rotte.ts";
import type { Rotta } from "./comune/http.ts";
import { rotteGuasti } from "./comune/rotte-guasti.ts";
import type { Contesto } from "./contesto.ts";
import { rotteEnte } from "./ente/rotte.ts";
import { createFlussi } from "./fdr/flussi.ts";
import { rotteFdr } from "./fdr/server.ts";
import { createNodo, type Nodo } from "./nodo/nodo.ts";
import { createLibro, type Libro } from "./psp/libro.ts";
import { createRendicontazione } from "./psp/rendicontazione.ts";
import { rotteNodo, rottePsp } from "./psp/rotte.ts";
import { rotteRendicontazione } from "./psp/rotte-rendicontazione.ts";
import { createSportello } from "./psp/sportello.ts";
import { createMovimenti } from "./tesoriere/movimenti.ts";
import { rotteTesoriere } from "./tesoriere/rotte.ts";

/** First path segments that the sandbox answers for, known or not. */
export const PREFISSI = ["sandbox", "openapi"] as const;

export interface Parti {
  readonly nodo: Nodo;
  readonly libro: Libro;
  readonly rotte: readonly Rotta[];
}

export const createParti = (contesto: Contesto): Parti => {
  const libro = createLibro(contesto);
  const nodo = createNodo(contesto, libro.register);
  const flussi = createFlussi(contesto);
  const movimenti = createMovimenti(contesto);
  return {
    nodo,
    libro,
    rotte: [
      ...rotteNodo(nodo.consegne),
      ...rottePsp(createSportello(contesto, nodo)),
      ...rotteRendicontazione(contesto, createRendicontazione({ contesto, libro, flussi, movimenti }), flussi, movimenti),
      ...rotteCheckout(contesto, createCheckout(contesto, nodo)),
      ...rotteFdr({ contesto, flussi, configurazione: nodo.configurazione }),
      ...rotteTesoriere(contesto, movimenti, nodo.configurazione),
      ...rotteEnte(contesto),
      ...rotteGuasti(contesto),
    ],
  };
};
