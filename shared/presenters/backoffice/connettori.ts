/** Connectors between wire and domain: the kind of credentials is told by their fields, and secrets go one way only. */
import type * as z from "zod";
import type { AutenticazionePost, ConnettorePagoPaPost, ConnettorePost } from "../../contracts/backoffice/connettori.ts";
import type { Autenticazione, Connettore } from "../../domain/anagrafiche/creditore.ts";
import type { AutenticazioneRichiesta, ConnettoreRichiesto } from "../../domain/anagrafiche/segreti.ts";
import { presenti } from "./presenti.ts";

export const toAutenticazione = (auth: AutenticazionePost): AutenticazioneRichiesta => {
  if ("username" in auth) return { tipo: "basic", ...presenti(auth) };
  if ("headerName" in auth) return { tipo: "header", ...presenti(auth) };
  if ("certificatoClient" in auth) return { tipo: "certificato", ...presenti(auth) };
  if ("apiId" in auth) return { tipo: "apikey", ...presenti(auth) };
  return { tipo: "oauth2", ...presenti(auth) };
};

type SegretiPost = Pick<z.output<typeof ConnettorePost>, "auth" | "subscriptionKey">;

const toSegreti = ({ auth, subscriptionKey }: SegretiPost): Pick<ConnettoreRichiesto, "auth" | "subscriptionKey"> => ({
  ...(auth && { auth: toAutenticazione(auth) }),
  ...(subscriptionKey !== undefined && { subscriptionKey }),
});

export const toConnettore = (connettore: z.output<typeof ConnettorePost>): ConnettoreRichiesto => ({
  url: connettore.url,
  ...toSegreti(connettore),
  ...(connettore.abilitaGDE != null && { abilitaGDE: connettore.abilitaGDE }),
});

export const toConnettorePagoPa = (connettore: z.output<typeof ConnettorePagoPaPost>): ConnettoreRichiesto => ({
  url: connettore.urlRPT,
  ...toSegreti(connettore),
});

const presentAutenticazione = (auth: Autenticazione) => {
  switch (auth.tipo) {
    case "basic":
      return { username: auth.username };
    case "header":
      return { headerName: auth.headerName };
    case "apikey":
      return { apiId: auth.apiId };
    case "certificato":
      return { certificatoClient: auth.certificatoClient, ...(auth.autorita !== undefined && { autorita: auth.autorita }) };
    case "oauth2":
      return { clientId: auth.clientId, urlTokenEndpoint: auth.urlTokenEndpoint, ...(auth.scope !== undefined && { scope: auth.scope }) };
  }
};

export const presentConnettore = ({ url, auth, abilitaGDE }: Connettore) => ({
  url,
  ...(auth && { auth: presentAutenticazione(auth) }),
  ...(abilitaGDE !== undefined && { abilitaGDE }),
});

export const presentConnettorePagoPa = ({ urlRPT, auth }: Connettore & { readonly urlRPT: string }) => ({
  urlRPT,
  ...(auth && { auth: presentAutenticazione(auth) }),
});
