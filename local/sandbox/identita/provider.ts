/** A real OpenID Connect provider (`oidc-provider`), with demonstration people: what a region's or a company's identity service is to an installation. */
import { createHash } from "node:crypto";
import { Provider } from "oidc-provider";
import { APPLICAZIONE, PROVIDER, SEGRETO_CONSOLE } from "../credenziali.ts";
import type { Chiavi } from "./chiavi.ts";
import { MemoriaIdentita } from "./memoria.ts";
import { DESTINATARIO, PERCORSO } from "./percorso.ts";
import { findPersona } from "./persone.ts";

const RISORSA = "urn:fiorino:api";
const UN_ORA = 3_600;

/** Keys of the provider's own cookies: they protect nothing but a demonstration. */
const chiaveCookie = createHash("sha256").update(SEGRETO_CONSOLE).digest("hex");

/** A provider for the keys of the moment: made again when they are rotated. */
export const createProvider = (baseUrl: string, chiavi: Chiavi): Provider => {
  const provider = new Provider(`${baseUrl}${PERCORSO}`, {
    adapter: MemoriaIdentita,
    jwks: { keys: chiavi.list().map((chiave) => ({ ...chiave })) },
    clients: [
      {
        client_id: PROVIDER.client.id,
        client_secret: SEGRETO_CONSOLE,
        redirect_uris: [`${baseUrl}/backoffice/v1/login/oidc/ritorno`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
      {
        client_id: APPLICAZIONE.username,
        client_secret: APPLICAZIONE.password,
        redirect_uris: [],
        response_types: [],
        grant_types: ["client_credentials"],
      },
    ],
    scopes: ["openid", "profile", "groups"],
    claims: { openid: ["sub"], profile: ["name"], groups: ["groups"] },
    // The ID token itself says name and groups, as most providers of public bodies do.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: [chiaveCookie] },
    ttl: { AccessToken: UN_ORA, ClientCredentials: UN_ORA, IdToken: UN_ORA, Interaction: UN_ORA, Session: UN_ORA, Grant: UN_ORA },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RISORSA,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: "openid profile groups", audience: DESTINATARIO, accessTokenFormat: "jwt" }),
      },
    },
    interactions: { url: (_contesto, { uid }) => `${PERCORSO}/accesso/${uid}` },
    findAccount: (_contesto, id) => {
      const persona = findPersona(id);
      return persona && { accountId: id, claims: () => ({ sub: id, name: persona.nome, groups: [...persona.gruppi] }) };
    },
    // Nobody is asked to consent to the use of a demonstration.
    loadExistingGrant: async (contesto) => {
      const { client, session, params } = contesto.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new contesto.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile groups");
      grant.addResourceScope(RISORSA, String(params?.["scope"] ?? ""));
      await grant.save();
      return grant;
    },
  });
  // Behind the machine's own door, which may be http.
  provider.proxy = true;
  return provider;
};
