/**
 * Secrets of connectors are written and never read back. A replacement that leaves one out keeps the stored one, but only for the same user
 * at the same place: otherwise whoever changes the address would have the secret sent to them.
 */
import { type Esito, ko, ok } from "../esito.ts";
import type { Autenticazione, Connettore } from "./creditore.ts";

export type AutenticazioneRichiesta =
  | { readonly tipo: "basic"; readonly username: string; readonly password?: string }
  | { readonly tipo: "header"; readonly headerName: string; readonly headerValue?: string }
  | { readonly tipo: "apikey"; readonly apiId: string; readonly apiKey?: string }
  | { readonly tipo: "certificato"; readonly certificatoClient: string; readonly autorita?: string }
  | {
      readonly tipo: "oauth2";
      readonly clientId: string;
      readonly clientSecret?: string;
      readonly urlTokenEndpoint: string;
      readonly scope?: string;
    };

export interface ConnettoreRichiesto {
  readonly url: string;
  readonly auth?: AutenticazioneRichiesta;
  /** null = to be removed, absent = as stored. */
  readonly subscriptionKey?: string | null;
  readonly abilitaGDE?: boolean;
}

const origineDi = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);
const isStessaOrigine = (a: string, b: string): boolean => origineDi(a) !== undefined && origineDi(a) === origineDi(b);

const SEGRETO = {
  ...{ basic: "password", header: "headerValue", apikey: "apiKey", oauth2: "clientSecret", certificato: "certificatoClient" },
} as const;

/** The secret already stored for the very same user, whatever the kind. */
const segretoRegistrato = (richiesta: AutenticazioneRichiesta, registrata: Autenticazione | undefined): string | undefined => {
  if (!registrata) return undefined;
  switch (richiesta.tipo) {
    case "basic":
      return registrata.tipo === "basic" && registrata.username === richiesta.username ? registrata.password : undefined;
    case "header":
      return registrata.tipo === "header" && registrata.headerName === richiesta.headerName ? registrata.headerValue : undefined;
    case "apikey":
      return registrata.tipo === "apikey" && registrata.apiId === richiesta.apiId ? registrata.apiKey : undefined;
    case "certificato":
      return undefined;
    case "oauth2": {
      const stessa = registrata.tipo === "oauth2" && registrata.clientId === richiesta.clientId;
      return stessa && isStessaOrigine(registrata.urlTokenEndpoint, richiesta.urlTokenEndpoint) ? registrata.clientSecret : undefined;
    }
  }
};

const completeAutenticazione = (richiesta: AutenticazioneRichiesta, registrata: Autenticazione | undefined): Autenticazione | undefined => {
  const registrato = segretoRegistrato(richiesta, registrata);
  switch (richiesta.tipo) {
    case "basic": {
      const password = richiesta.password ?? registrato;
      return password === undefined ? undefined : { ...richiesta, password };
    }
    case "header": {
      const headerValue = richiesta.headerValue ?? registrato;
      return headerValue === undefined ? undefined : { ...richiesta, headerValue };
    }
    case "apikey": {
      const apiKey = richiesta.apiKey ?? registrato;
      return apiKey === undefined ? undefined : { ...richiesta, apiKey };
    }
    // Always the name of a secret, never the secret: there is nothing to keep.
    case "certificato":
      return richiesta;
    case "oauth2": {
      const clientSecret = richiesta.clientSecret ?? registrato;
      return clientSecret === undefined ? undefined : { ...richiesta, clientSecret };
    }
  }
};

/**
 * The connector to store: as asked, with the secrets left out taken from the stored one.
 * Errors: sentence naming the secret that is missing. `campo` is the connector's name.
 */
export const completeConnettore = (
  richiesto: ConnettoreRichiesto,
  registrato: Connettore | undefined,
  campo: string,
): Esito<Connettore> => {
  const stesso = registrato && isStessaOrigine(registrato.url, richiesto.url) ? registrato : undefined;
  const { auth, subscriptionKey, ...resto } = richiesto;
  const autenticazione = auth && completeAutenticazione(auth, stesso?.auth);
  if (auth && !autenticazione) {
    return ko(`${campo}.auth.${SEGRETO[auth.tipo]}: obbligatorio quando il connettore è nuovo o cambia indirizzo o utente`);
  }
  const chiave = subscriptionKey === undefined ? stesso?.subscriptionKey : (subscriptionKey ?? undefined);
  return ok({ ...resto, ...(autenticazione && { auth: autenticazione }), ...(chiave !== undefined && { subscriptionKey: chiave }) });
};
