/**
 * References to secrets become secrets just before a request leaves: in the registry a key or a password may be written `segreto:<name>`. A refusal (401) is
 * how a rotation shows itself: the secret is read again, then its second value is tried, so that keys change without a deployment and without a lost call.
 */
import type { Autenticazione } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko } from "../../domain/esito.ts";
import type { Segreti } from "../../ports/segreti.ts";
import type { ErroreHttp, HttpClient, RichiestaHttp, RispostaHttp } from "./client.ts";

const PREFISSO = "segreto:";

interface Prova {
  readonly fresco: boolean;
  /** Which of the two values. */
  readonly indice: number;
}

/** The value that worked last, as remembered; the same as it is now; the other one. */
const proveDa = (preferito: number): readonly Prova[] => [
  { fresco: false, indice: preferito },
  { fresco: true, indice: preferito },
  { fresco: false, indice: 1 - preferito },
];

const isRiferimento = (valore: string): boolean => valore.startsWith(PREFISSO);

const valoriDi = (auth: Autenticazione | undefined): readonly string[] => {
  switch (auth?.tipo) {
    case undefined:
      return [];
    case "basic":
      return [auth.password];
    case "header":
      return [auth.headerValue];
    case "apikey":
      return [auth.apiKey];
    case "certificato":
      return [auth.certificatoClient];
    case "oauth2":
      return [auth.clientSecret];
  }
};

type Sostituisci = (valore: string) => string;

const replaceAuth = (auth: Autenticazione, sostituisci: Sostituisci): Autenticazione => {
  switch (auth.tipo) {
    case "basic":
      return { ...auth, password: sostituisci(auth.password) };
    case "header":
      return { ...auth, headerValue: sostituisci(auth.headerValue) };
    case "apikey":
      return { ...auth, apiKey: sostituisci(auth.apiKey) };
    case "certificato":
      return { ...auth, certificatoClient: sostituisci(auth.certificatoClient) };
    case "oauth2":
      return { ...auth, clientSecret: sostituisci(auth.clientSecret) };
  }
};

interface Riferimento {
  readonly nome: string;
  /** Host that would receive the value. */
  readonly host: string;
}

const hostDi = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : "");

const riferimentiDi = ({ url, headers = {}, auth }: RichiestaHttp): readonly Riferimento[] => {
  const host = hostDi(url);
  // The secret of OAuth2 goes to whoever gives the token.
  const hostAuth = auth?.tipo === "oauth2" ? hostDi(auth.urlTokenEndpoint) : host;
  const a = (destinazione: string) => (valore: string) => ({ nome: valore.slice(PREFISSO.length), host: destinazione });
  return [...Object.values(headers).filter(isRiferimento).map(a(host)), ...valoriDi(auth).filter(isRiferimento).map(a(hostAuth))];
};

const mancato = (dettaglio: string): { readonly ok: false; readonly errore: ErroreHttp } =>
  ko({ causa: "rete", dettaglio, maiPartita: true });

type Risolti = ReadonlyMap<string, string>;

/** The error says which secret cannot leave, and why. */
const resolve = async (
  segreti: Segreti,
  riferimenti: readonly Riferimento[],
  { fresco, indice }: Prova,
): Promise<Esito<Risolti, string>> => {
  const risolti = new Map<string, string>();
  for (const { nome, host } of riferimenti) {
    // The store of secrets is infrastructure: when it fails the call has not left, which the caller treats as an endpoint out of reach.
    const segreto = await segreti.get(nome, fresco).catch(() => undefined);
    const valore = segreto && (segreto.valori[indice] ?? segreto.valori[0]);
    if (valore === undefined) return ko(`il segreto ${nome} non esiste o non si può leggere`);
    if (segreto?.host !== undefined && segreto.host !== host) return ko(`il segreto ${nome} non può essere mandato a ${host}`);
    risolti.set(nome, valore);
  }
  return { ok: true, valore: risolti };
};

const apply = (richiesta: RichiestaHttp, risolti: Risolti, timeoutMillisecondi: number): RichiestaHttp => {
  const sostituisci: Sostituisci = (valore) => (isRiferimento(valore) ? (risolti.get(valore.slice(PREFISSO.length)) ?? valore) : valore);
  const { headers = {}, auth } = richiesta;
  return {
    ...richiesta,
    headers: Object.fromEntries(Object.entries(headers).map(([nome, valore]) => [nome, sostituisci(valore)])),
    ...(auth && { auth: replaceAuth(auth, sostituisci) }),
    timeoutMillisecondi,
  };
};

const isUguale = (a: Risolti | undefined, b: Risolti): boolean =>
  a !== undefined && [...b].every(([nome, valore]) => a.get(nome) === valore);

/** A request without references passes as it is. The time limit is one: reading a secret and asking again are part of it. */
export const withSegreti = (http: HttpClient, segreti: Segreti): HttpClient => {
  const preferiti = new Map<string, number>();
  return {
    request: async (richiesta) => {
      const riferimenti = riferimentiDi(richiesta);
      if (riferimenti.length === 0) return http.request(richiesta);
      const insieme = riferimenti.map(({ nome }) => nome).join(" ");
      const inizio = performance.now();
      let esito: Esito<RispostaHttp, ErroreHttp> | undefined;
      let provati: Risolti | undefined;
      for (const prova of proveDa(preferiti.get(insieme) ?? 0)) {
        const risolti = await resolve(segreti, riferimenti, prova);
        if (!risolti.ok) return esito ?? mancato(risolti.errore);
        if (isUguale(provati, risolti.valore)) continue;
        const restano = Math.round(richiesta.timeoutMillisecondi - (performance.now() - inizio));
        if (restano < 1 && esito) return esito;
        provati = risolti.valore;
        esito = await http.request(apply(richiesta, risolti.valore, Math.max(1, restano)));
        if (!esito.ok || esito.valore.status !== 401) {
          preferiti.set(insieme, prova.indice);
          return esito;
        }
      }
      return esito ?? mancato("nessun valore del segreto da provare");
    },
  };
};
