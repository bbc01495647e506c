/** What a login asks of an identity provider (OpenID Connect, authorisation code with PKCE). */
import type { Claims, ProviderIdentita } from "../domain/accessi/provider.ts";
import type { Esito } from "../domain/esito.ts";

/** What a login has to know of the provider, of operators or of citizens. */
export type ProviderDelLogin = Pick<ProviderIdentita, "emittente" | "algoritmi" | "client">;

/** What the code is worth. */
export interface Gettoni {
  /** Of the ID token, whose signature was checked; their content is still to be. */
  readonly claims: Claims;
  readonly idToken: string;
  readonly accessToken?: string;
}

export interface ProviderDiAccesso {
  /** Where to send the browser. Throws when the provider cannot be asked. */
  describeAccesso(
    provider: ProviderDelLogin,
    richiesta: {
      readonly stato: string;
      readonly nonce: string;
      readonly verificatore: string;
      readonly ritorno: string;
      readonly acr?: readonly string[];
    },
  ): Promise<string>;
  /** Errors: why the answer is not believed, for the log. Throws when the provider cannot be asked. */
  exchangeCodice(
    provider: ProviderDelLogin,
    richiesta: { readonly codice: string; readonly verificatore: string; readonly ritorno: string },
  ): Promise<Esito<Gettoni>>;
}

/** What the providers of citizens are also asked. */
export interface ProviderDiCittadini extends ProviderDiAccesso {
  /** Claims of the userinfo endpoint, whose `sub` is still to be compared. Throws when the provider cannot be asked. */
  readUserinfo(provider: ProviderDelLogin, accessToken: string): Promise<Esito<Claims>>;
  /** Where to send the browser for the provider to end its session too; undefined when it has no such page. Throws when it cannot be asked. */
  describeUscita(
    provider: ProviderDelLogin,
    richiesta: { readonly idToken?: string; readonly ritorno: string },
  ): Promise<string | undefined>;
}
