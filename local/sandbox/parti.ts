/** The simulated parties put together: they share a memory and a clock, and speak to the gateway and to each other as they really would. */
import { rotteBackofficeEc } from "./backoffice-ec/server.ts";
import { rotteBizEvents } from "./biz-events/server.ts";
import { createRicezione } from "./callback/ricezione.ts";
import { rotteVisore } from "./callback/rotte.ts";
import { createSegreti } from "./callback/segreti.ts";
import { createCheckout } from "./checkout/checkout.ts";
import { rotteCheckout } from "./checkout/rotte.ts";
import { rotteCittadini } from "./cittadini/rotte.ts";
import type { Rotta } from "./comune/http.ts";
import { rotteGuasti } from "./comune/rotte-guasti.ts";
import { rotteAppIO } from "./comunicazioni/app-io.ts";
import { rottePosta } from "./comunicazioni/posta.ts";
import { rotteSend } from "./comunicazioni/send.ts";
import type { Contesto } from "./contesto.ts";
import { rotteEnte } from "./ente/rotte.ts";
import { createFlussi } from "./fdr/flussi.ts";
import { rotteFdr } from "./fdr/server.ts";
import { createPosizioni } from "./gpd/posizioni.ts";
import { rotteGpd } from "./gpd/server.ts";
import { rotteIdentita } from "./identita/rotte.ts";
import { createNodo, type Nodo } from "./nodo/nodo.ts";
import { rotteStandIn } from "./nodo/rotte-stand-in.ts";
import { createLibro, type Libro } from "./psp/libro.ts";
import { createRendicontazione } from "./psp/rendicontazione.ts";
import { rotteBolli, rotteNodo, rottePsp } from "./psp/rotte.ts";
import { rotteRendicontazione } from "./psp/rotte-rendicontazione.ts";
import { rotteServizi } from "./psp/rotte-servizi.ts";
import { createSportello } from "./psp/sportello.ts";
import { rotteStorico } from "./storico/rotte.ts";
import { createMovimenti } from "./tesoriere/movimenti.ts";
import { rotteTesoriere } from "./tesoriere/rotte.ts";
import { rotteValori } from "./valori/rotte.ts";

/** First path segments that the sandbox answers for, known or not. */
export const PREFISSI = ["sandbox", "openapi"] as const;

export interface Parti {
  readonly nodo: Nodo;
  readonly libro: Libro;
  readonly rotte: readonly Rotta[];
  /** Makes the subscription that tells the page of the calls what happens to the debts; done already, it costs nothing. */
  subscribe(): Promise<void>;
}

export const createParti = (contesto: Contesto): Parti => {
  const libro = createLibro(contesto);
  const archivi = { aca: createPosizioni(contesto, "aca"), gpd: createPosizioni(contesto, "gpd") };
  const nodo = createNodo(
    contesto,
    (pagato) => {
      libro.register(pagato);
      // The platform knows of a payment without being told by the creditor.
      for (const archivio of [archivi.aca, archivi.gpd])
        archivio.markPagata(pagato.idDominio, pagato.numeroAvviso, new Date(pagato.pagatoIl).toISOString());
    },
    [
      { find: archivi.aca.payable },
      { find: archivi.gpd.payable, isAsincrono: (idDominio, numeroAvviso) => archivi.gpd.byAvviso(idDominio, numeroAvviso) !== undefined },
    ],
  );
  const flussi = createFlussi(contesto);
  const movimenti = createMovimenti(contesto);
  const ricezione = createRicezione(contesto);
  const segreti = createSegreti(contesto);
  const sportello = createSportello(contesto, nodo);
  const rendicontazione = createRendicontazione({ contesto, libro, flussi, movimenti });
  return {
    nodo,
    libro,
    subscribe: segreti.subscribe,
    rotte: [
      ...rotteNodo(nodo.consegne),
      ...rotteStandIn(contesto, nodo),
      ...rottePsp(sportello),
      ...rotteBolli(contesto),
      ...rotteServizi(contesto, nodo.configurazione),
      ...rotteRendicontazione(contesto, rendicontazione, flussi, movimenti),
      ...rotteValori(contesto, { sportello, rendicontazione }),
      ...rotteCheckout(contesto, createCheckout(contesto, nodo)),
      ...rotteBizEvents({ contesto, nodo }),
      ...rotteFdr({ contesto, flussi, configurazione: nodo.configurazione }),
      ...rotteBackofficeEc(contesto, nodo.configurazione),
      ...rotteTesoriere(contesto, movimenti, nodo.configurazione),
      ...rotteGpd(contesto, nodo.configurazione, archivi),
      ...rotteEnte(contesto, ricezione),
      ...rotteVisore(contesto, ricezione, segreti),
      ...rotteStorico(contesto, libro, flussi, nodo.configurazione),
      ...rotteIdentita(contesto),
      ...rotteCittadini(contesto),
      ...rottePosta(contesto),
      ...rotteSend(contesto),
      ...rotteAppIO(contesto),
      ...rotteGuasti(contesto),
    ],
  };
};
