/** The journal as it is read: entries by payment code, debt, payment or creditor, and apart from them the messages, which hold personal data. */
import type { Evento } from "../domain/eventi.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";

/** Where a message is kept: inside the entry, or in the document bucket with its digest. */
export interface MessaggioConservato {
  readonly gzip?: Uint8Array;
  readonly chiave?: string;
  /** SHA-256 of the message, hexadecimal. */
  readonly digest: string;
}

export interface EventoArchiviato {
  /** Names the entry outside: opaque, but it finds it in one read. */
  readonly riferimento: string;
  /** Without the messages. */
  readonly evento: Evento;
  readonly messaggi: { readonly richiesta?: MessaggioConservato; readonly risposta?: MessaggioConservato };
}

export interface FiltriEventi {
  /** One of the four keys reads; the others are conditions. `domini` are the creditors of a list without any of them. */
  readonly idDominio?: string;
  readonly iuv?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idPagamento?: string;
  /** Digest of a tax code: the entries that name a citizen and no debt. */
  readonly cittadino?: string;
  readonly domini: readonly string[];
  /** Creditors that the caller may see, where the key does not say it. `*` = also entries of no creditor. */
  readonly visibili: "*" | readonly string[];
  readonly ccp?: string;
  readonly esito?: string;
  readonly categoriaEvento?: string;
  readonly tipoEvento?: string;
  readonly sottotipoEvento?: string;
  readonly componente?: string;
  readonly ruolo?: string;
  readonly severitaDa?: number;
  readonly severitaA?: number;
  /** Instants. */
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

export interface Giornale {
  find(filtri: FiltriEventi, pagina: RichiestaPagina): Promise<Pagina<EventoArchiviato>>;
  /** undefined also for what is not a reference of ours. */
  get(riferimento: string): Promise<EventoArchiviato | undefined>;
  /** The bytes as they travelled; undefined when the bucket no longer has them. Throws when they are not what the digest says. */
  readMessaggio(messaggio: MessaggioConservato): Promise<Uint8Array | undefined>;
}
