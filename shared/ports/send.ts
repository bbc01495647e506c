/** SEND, the platform of legal notifications: what one has cost so far. */
import type { Esito } from "../domain/esito.ts";
import type { PrezzoNotifica } from "../domain/pendenze/notifica-send.ts";

export interface DomandaPrezzo {
  /** Base of its APIs. */
  readonly url: string;
  /** Key of the creditor, or the name of the secret that holds it. */
  readonly apiKey: string;
  readonly idDominio: string;
  readonly numeroAvviso: string;
}

/** `assente`: SEND knows of no notification with that notice. */
export interface PrezzoMancato {
  readonly causa: "assente" | "guasto";
  readonly dettaglio: string;
}

export interface Send {
  /** One call, bounded in time. Never throws for what the other side does. */
  getPrezzo(domanda: DomandaPrezzo): Promise<Esito<PrezzoNotifica, PrezzoMancato>>;
}
