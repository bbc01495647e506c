/**
 * The one way out over HTTP: a time limit that covers the whole exchange, a bounded answer, no redirect followed (credentials would go with
 * it), and failures as values, since a party that does not answer is expected. Authentication is that of a Connettore.
 */
import type { Autenticazione } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CampiEvento } from "../../domain/eventi.ts";
import type { Clock } from "../../ports/clock.ts";

export interface RichiestaHttp {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the exchange from connection to last byte, the request of a token included. */
  readonly timeoutMillisecondi: number;
  readonly auth?: Autenticazione | undefined;
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

export interface HttpClient {
  /** Any status is a success here: what it means is the caller's business. Never throws for what the other side does. */
  request(richiesta: RichiestaHttp): Promise<Esito<RispostaHttp, ErroreHttp>>;
}

type Oauth2 = Extract<Autenticazione, { tipo: "oauth2" }>;

const MASSIMO_BYTE = 4 * 1024 * 1024;
const MASSIMO_TOKEN = 64 * 1024;
/** A token is renewed this long before it expires. */
const MARGINE_MILLISECONDI = 30_000;
const DURATA_TOKEN_SECONDI = 300;
const GETTONI_IN_MEMORIA = 100;

const base64 = (testo: string): string => Buffer.from(testo, "utf8").toString("base64");

/** @param clock tells when a token has expired. */
export const createHttpClient = ({ clock }: { readonly clock: Clock }): HttpClient => {
  const gettoni = new Map<string, { readonly valore: string; readonly scade: number }>();

  const obtainToken = async (auth: Oauth2, timeoutMillisecondi: number): Promise<Esito<string, ErroreHttp>> => {
    const chiave = `${auth.urlTokenEndpoint}\u0000${auth.clientId}\u0000${auth.scope ?? ""}`;
    const adesso = Date.parse(clock.now());
    const noto = gettoni.get(chiave);
    if (noto && noto.scade > adesso) return ok(noto.valore);
    const risposta = await exchange({
      method: "POST",
      url: auth.urlTokenEndpoint,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        authorization: `Basic ${base64(`${encodeURIComponent(auth.clientId)}:${encodeURIComponent(auth.clientSecret)}`)}`,
      },
      body: new URLSearchParams({ grant_type: "client_credentials", ...(auth.scope !== undefined && { scope: auth.scope }) }).toString(),
      timeoutMillisecondi,
      massimoByte: MASSIMO_TOKEN,
    });
    if (!risposta.ok) return risposta;
    const letto = readToken(risposta.valore);
    if (letto === undefined)
      return ko({ causa: "rete", dettaglio: `il servizio dei token ha risposto ${risposta.valore.status} senza un access_token` });
    if (gettoni.size >= GETTONI_IN_MEMORIA) gettoni.clear();
    gettoni.set(chiave, { valore: letto.token, scade: adesso + letto.secondi * 1000 - MARGINE_MILLISECONDI });
    return ok(letto.token);
  };

  const authorize = async (richiesta: RichiestaHttp): Promise<Esito<Record<string, string>, ErroreHttp>> => {
    const { auth } = richiesta;
    switch (auth?.tipo) {
      case undefined:
        return ok({});
      case "basic":
        return ok({ authorization: `Basic ${base64(`${auth.username}:${auth.password}`)}` });
      case "header":
        return ok({ [auth.headerName]: auth.headerValue });
      case "apikey":
        return ok({ "X-APP-ID": auth.apiId, "X-API-KEY": auth.apiKey });
      case "oauth2": {
        const token = await obtainToken(auth, richiesta.timeoutMillisecondi);
        return token.ok ? ok({ authorization: `Bearer ${token.valore}` }) : token;
      }
    }
  };

  return {
    request: async (richiesta) => {
      const inizio = performance.now();
      const credenziali = await authorize(richiesta);
      if (!credenziali.ok) return credenziali;
      // The time limit is one: what the token took is no longer there for the request.
      const restano = Math.max(1, Math.round(richiesta.timeoutMillisecondi - (performance.now() - inizio)));
      const headers = { ...richiesta.headers, ...credenziali.valore };
      const esito = await exchange({ ...richiesta, headers, timeoutMillisecondi: restano });
      // A token may be revoked before its time: the next call asks for a new one.
      if (esito.ok && esito.valore.status === 401 && richiesta.auth?.tipo === "oauth2") gettoni.clear();
      return esito;
    },
  };
};

const readToken = (risposta: RispostaHttp): { token: string; secondi: number } | undefined => {
  if (risposta.status !== 200) return undefined;
  try {
    const corpo: unknown = JSON.parse(risposta.testo);
    if (typeof corpo !== "object" || corpo === null || !("access_token" in corpo) || typeof corpo.access_token !== "string")
      return undefined;
    const secondi = "expires_in" in corpo ? Number(corpo.expires_in) : DURATA_TOKEN_SECONDI;
    return { token: corpo.access_token, secondi: Number.isFinite(secondi) ? secondi : DURATA_TOKEN_SECONDI };
  } catch {
    return undefined;
  }
};

const exchange = async (richiesta: RichiestaHttp): Promise<Esito<RispostaHttp, ErroreHttp>> => {
  try {
    const risposta = await fetch(richiesta.url, {
      method: richiesta.method,
      headers: { ...richiesta.headers },
      redirect: "manual",
      signal: AbortSignal.timeout(richiesta.timeoutMillisecondi),
      ...(richiesta.body !== undefined && { body: richiesta.body }),
    });
    const contenuto = await readBounded(risposta, richiesta.massimoByte ?? MASSIMO_BYTE);
    if (contenuto === undefined)
      return ko({ causa: "troppo-grande", dettaglio: `la risposta supera ${richiesta.massimoByte ?? MASSIMO_BYTE} byte` });
    const testo = new TextDecoder().decode(contenuto);
    return ok({ status: risposta.status, headers: Object.fromEntries(risposta.headers), testo, contenuto });
  } catch (errore) {
    return ko(describe(errore, richiesta.timeoutMillisecondi));
  }
};

/** undefined when the body is longer than allowed: reading stops there. */
const readBounded = async (risposta: Response, massimo: number): Promise<Uint8Array | undefined> => {
  if (!risposta.body) return new Uint8Array();
  const pezzi: Uint8Array[] = [];
  let lunghezza = 0;
  for await (const pezzo of risposta.body) {
    lunghezza += pezzo.byteLength;
    if (lunghezza > massimo) return undefined;
    pezzi.push(pezzo);
  }
  return Buffer.concat(pezzi);
};

/** The connection was never made: name not found, nobody listening, no route. */
const MAI_PARTITA = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"];

const describe = (errore: unknown, timeoutMillisecondi: number): ErroreHttp => {
  if (errore instanceof Error && (errore.name === "TimeoutError" || errore.name === "AbortError")) {
    return { causa: "tempo", dettaglio: `nessuna risposta completa entro ${timeoutMillisecondi} ms` };
  }
  // fetch hides the reason (ECONNREFUSED, certificate) one level down.
  const motivo: unknown = errore instanceof Error ? (errore.cause ?? errore) : errore;
  const codice = motivo instanceof Error && "code" in motivo ? String(motivo.code) : undefined;
  return {
    causa: "rete",
    dettaglio: codice ?? (motivo instanceof Error ? motivo.message.slice(0, 200) : "errore di rete"),
    ...(codice !== undefined && MAI_PARTITA.includes(codice) && { maiPartita: true }),
  };
};
