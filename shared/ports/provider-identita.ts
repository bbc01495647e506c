/** What a login asks of an identity provider (OpenID Connect, authorisation code with PKCE). */
import type { Claims, ProviderIdentita } from "../domain/accessi/provider.ts";
import type { Esito } from "../domain/esito.ts";

export interface ProviderDiAccesso {
  /** Where to send the browser. Throws when the provider cannot be asked. */
  describeAccesso(
    provider: ProviderIdentita,
    richiesta: { readonly stato: string; readonly nonce: string; readonly verificatore: string; readonly ritorno: string },
  ): Promise<string>;
  /** Claims of the ID token that the code is worth, signed by the provider; their content is still to be checked. Throws when it cannot be asked. */
  exchangeCodice(
    provider: ProviderIdentita,
    richiesta: { readonly codice: string; readonly verificatore: string; readonly ritorno: string },
  ): Promise<Esito<Claims>>;
}
