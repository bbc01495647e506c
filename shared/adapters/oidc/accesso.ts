/** Login through an identity provider: authorisation code with PKCE (RFC 7636, always S256), code changed for an ID token from server to server. */
import { createHash } from "node:crypto";
import type { Claims, ProviderIdentita } from "../../domain/accessi/provider.ts";
import { type Esito, ko } from "../../domain/esito.ts";
import type { ProviderDiAccesso } from "../../ports/provider-identita.ts";
import type { Segreti } from "../../ports/segreti.ts";
import { type Emittenti, fetchJson, type Scarica } from "./emittenti.ts";

const PREFISSO_SEGRETO = "segreto:";

export class AccessoOidc implements ProviderDiAccesso {
  readonly #emittenti: Emittenti;
  readonly #segreti: Segreti;
  readonly #scarica: Scarica;

  constructor(emittenti: Emittenti, segreti: Segreti, scarica: Scarica = fetch) {
    this.#emittenti = emittenti;
    this.#segreti = segreti;
    this.#scarica = scarica;
  }

  async describeAccesso(
    { emittente, client }: ProviderIdentita,
    { stato, nonce, verificatore, ritorno }: { stato: string; nonce: string; verificatore: string; ritorno: string },
  ): Promise<string> {
    const { autorizzazione } = await this.#emittenti.getConfigurazione(emittente);
    const url = new URL(autorizzazione);
    const parametri = {
      response_type: "code",
      client_id: client?.id ?? "",
      redirect_uri: ritorno,
      scope: client?.scope ?? "openid",
      state: stato,
      nonce,
      code_challenge: createHash("sha256").update(verificatore).digest("base64url"),
      code_challenge_method: "S256",
    };
    for (const [nome, valore] of Object.entries(parametri)) url.searchParams.set(nome, valore);
    return url.href;
  }

  async exchangeCodice(
    provider: ProviderIdentita,
    { codice, verificatore, ritorno }: { codice: string; verificatore: string; ritorno: string },
  ): Promise<Esito<Claims>> {
    const { token } = await this.#emittenti.getConfigurazione(provider.emittente);
    const { id = "", segreto } = provider.client ?? {};
    const valore = segreto === undefined ? undefined : await this.#segreti.get(segreto.slice(PREFISSO_SEGRETO.length));
    const password = valore?.valori[0];
    if (segreto !== undefined && password === undefined) throw new Error(`il segreto del client ${id} non c'è`);
    const body = new URLSearchParams({
      grant_type: "authorization_code",
      code: codice,
      redirect_uri: ritorno,
      code_verifier: verificatore,
      ...(password === undefined && { client_id: id }),
    });
    // RFC 6749 2.3.1: both parts are form-encoded before they are joined.
    const credenziali = password === undefined ? undefined : `${encodeURIComponent(id)}:${encodeURIComponent(password)}`;
    const headers = {
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      ...(credenziali !== undefined && { authorization: `Basic ${Buffer.from(credenziali).toString("base64")}` }),
    };
    const { id_token: idToken } = await fetchJson(this.#scarica, token, { method: "POST", headers, body: body.toString() });
    return typeof idToken === "string" ? this.#emittenti.verify(idToken, provider) : ko("il provider non ha dato un id_token");
  }
}
