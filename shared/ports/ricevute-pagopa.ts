/** The receipts that pagoPA keeps (biz-events, pagopa.md 8), for those that never arrived. */
import type { Connettore } from "../domain/anagrafiche/creditore.ts";
import type { Esito } from "../domain/esito.ts";
import type { RicevutaNodo } from "../domain/pagamenti/messaggi-nodo.ts";
import type { ChiaveRecupero } from "./recuperi.ts";

export interface ErroreRicevutaPagoPa {
  /** `non-trovata` and `illeggibile` are answers; the others may pass. */
  readonly causa: "non-trovata" | "illeggibile" | "troppe-richieste" | "rifiutata" | "irraggiungibile";
  readonly dettaglio: string;
  /** Asked by pagoPA with a 429. */
  readonly attesaSecondi?: number;
}

export interface RicevutePagoPa {
  get(connettore: Connettore, chiave: ChiaveRecupero): Promise<Esito<RicevutaNodo, ErroreRicevutaPagoPa>>;
}
