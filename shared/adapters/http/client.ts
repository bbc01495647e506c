/**
 * The one way out over HTTP: a time limit that covers the whole exchange, a bounded answer, no redirect followed (credentials would go with
 * it), and failures as values, since a party that does not answer is expected. Authentication is that of a Connettore.
 */
import type { Autenticazione } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ErroreHttp, RichiestaHttp, RispostaHttp } from "./messaggi.ts";
import { exchange, type Guardia } from "./scambio.ts";

export type { ErroreHttp, RichiestaHttp, RispostaHttp } from "./messaggi.ts";

export interface HttpClient {
  /** Any status is a success here: what it means is the caller's business. Never throws for what the other side does. */
  request(richiesta: RichiestaHttp): Promise<Esito<RispostaHttp, ErroreHttp>>;
}

type Oauth2 = Extract<Autenticazione, { tipo: "oauth2" }>;
type Certificato = Extract<Autenticazione, { tipo: "certificato" }>;

const MASSIMO_TOKEN = 64 * 1024;
/** A token is renewed this long before it expires. */
const MARGINE_MILLISECONDI = 30_000;
const DURATA_TOKEN_SECONDI = 300;
const GETTONI_IN_MEMORIA = 100;

const base64 = (testo: string): string => Buffer.from(testo, "utf8").toString("base64");

/** What a request carries to say who sends it. */
interface Credenziali {
  readonly headers?: Readonly<Record<string, string>>;
  readonly tls?: RichiestaHttp["tls"];
}

const chiaveGettone = ({ urlTokenEndpoint, clientId, scope = "" }: Oauth2): string => [urlTokenEndpoint, clientId, scope].join("\u0000");

const CERTIFICATI = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const CHIAVE = /-----BEGIN (?:EC |RSA )?PRIVATE KEY-----[^-]+-----END (?:EC |RSA )?PRIVATE KEY-----/;

/** Certificate with its chain and private key, from one text in PEM. */
const readCertificato = ({ certificatoClient, autorita }: Certificato): Esito<Credenziali, ErroreHttp> => {
  const cert = certificatoClient.match(CERTIFICATI)?.join("\n");
  const key = CHIAVE.exec(certificatoClient)?.[0];
  if (cert === undefined || key === undefined)
    return ko({
      causa: "rete",
      dettaglio: "il segreto del certificato client non contiene certificato e chiave privata in PEM",
      maiPartita: true,
    });
  return ok({ tls: { cert, key, ...(autorita !== undefined && { ca: autorita }) } });
};

/** @param clock tells when a token has expired. `guardia`: internal hosts that may be called, and no other; absent = no guard. */
export const createHttpClient = ({ clock, guardia }: { readonly clock: Clock; readonly guardia?: Guardia }): HttpClient => {
  const gettoni = new Map<string, { readonly valore: string; readonly scade: number }>();
  const inCorso = new Map<string, Promise<Esito<string, ErroreHttp>>>();

  /** Calls that begin together wait for one request of a token, not for one each. */
  const obtainToken = (auth: Oauth2, timeoutMillisecondi: number): Promise<Esito<string, ErroreHttp>> => {
    const chiave = chiaveGettone(auth);
    const noto = gettoni.get(chiave);
    if (noto && noto.scade > Date.parse(clock.now())) return Promise.resolve(ok(noto.valore));
    const altra = inCorso.get(chiave);
    if (altra) return altra;
    const richiesta = requestToken(auth, timeoutMillisecondi).finally(() => inCorso.delete(chiave));
    inCorso.set(chiave, richiesta);
    return richiesta;
  };

  const requestToken = async (auth: Oauth2, timeoutMillisecondi: number): Promise<Esito<string, ErroreHttp>> => {
    const adesso = Date.parse(clock.now());
    const risposta = await exchange(
      {
        method: "POST",
        url: auth.urlTokenEndpoint,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          authorization: `Basic ${base64(`${encodeURIComponent(auth.clientId)}:${encodeURIComponent(auth.clientSecret)}`)}`,
        },
        body: new URLSearchParams({ grant_type: "client_credentials", ...(auth.scope !== undefined && { scope: auth.scope }) }).toString(),
        timeoutMillisecondi,
        massimoByte: MASSIMO_TOKEN,
      },
      guardia,
    );
    if (!risposta.ok) return risposta;
    const letto = readToken(risposta.valore);
    if (letto === undefined)
      return ko({ causa: "rete", dettaglio: `il servizio dei token ha risposto ${risposta.valore.status} senza un access_token` });
    if (gettoni.size >= GETTONI_IN_MEMORIA) gettoni.clear();
    gettoni.set(chiaveGettone(auth), { valore: letto.token, scade: adesso + letto.secondi * 1000 - MARGINE_MILLISECONDI });
    return ok(letto.token);
  };

  const authorize = async ({ auth, timeoutMillisecondi }: RichiestaHttp): Promise<Esito<Credenziali, ErroreHttp>> => {
    switch (auth?.tipo) {
      case undefined:
        return ok({});
      case "basic":
        return ok({ headers: { authorization: `Basic ${base64(`${auth.username}:${auth.password}`)}` } });
      case "header":
        return ok({ headers: { [auth.headerName]: auth.headerValue } });
      case "apikey":
        return ok({ headers: { "X-APP-ID": auth.apiId, "X-API-KEY": auth.apiKey } });
      case "certificato":
        return readCertificato(auth);
      case "oauth2": {
        const token = await obtainToken(auth, timeoutMillisecondi);
        return token.ok ? ok({ headers: { authorization: `Bearer ${token.valore}` } }) : token;
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
      const { tls = richiesta.tls } = credenziali.valore;
      const headers = { ...richiesta.headers, ...credenziali.valore.headers };
      const esito = await exchange({ ...richiesta, headers, tls, timeoutMillisecondi: restano }, guardia);
      // A token may be revoked before its time: the next call asks for a new one.
      if (esito.ok && esito.valore.status === 401 && richiesta.auth?.tipo === "oauth2") gettoni.delete(chiaveGettone(richiesta.auth));
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
