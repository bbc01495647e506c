/** What goes out over HTTP, what comes back, and how it may fail. */
import type { Autenticazione } from "../../domain/anagrafiche/creditore.ts";
import type { CampiEvento } from "../../domain/eventi.ts";

export interface RichiestaHttp {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the exchange from connection to last byte, the request of a token included. */
  readonly timeoutMillisecondi: number;
  readonly auth?: Autenticazione | undefined;
  /** Client certificate with its key, and the authorities to trust in place of the public ones; PEM. */
  readonly tls?: { readonly cert?: string; readonly key?: string; readonly ca?: string } | undefined;
  /** Bytes of the answer, once decompressed; default 4 MB. */
  readonly massimoByte?: number;
  /** What the journal says of the exchange (clients made by the wiring): the operation, whose debt it is about. */
  readonly evento?: CampiEvento;
  /** Attempts that the time limit may hold, default 1; repeated only what the table of domain/uscite allows. */
  readonly tentativi?: number;
}

export interface RispostaHttp {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly testo: string;
  /** The bytes as they came, for the journal. */
  readonly contenuto?: Uint8Array;
}

export interface ErroreHttp {
  /** `interrotta`: the endpoint has not answered for a while and was not called. */
  readonly causa: "tempo" | "rete" | "troppo-grande" | "interrotta";
  /** For the journal; holds no credentials. */
  readonly dettaglio: string;
  /** The other side never saw the request. */
  readonly maiPartita?: boolean;
}
