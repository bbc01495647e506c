/** Login through an identity provider: authorisation code with PKCE (RFC 7636, always S256), code changed for an ID token from server to server. */
import { createHash } from "node:crypto";
import type { Claims } from "../../domain/accessi/provider.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Gettoni, ProviderDelLogin, ProviderDiCittadini } from "../../ports/provider-identita.ts";
import type { Segreti } from "../../ports/segreti.ts";
import { type Emittenti, fetchJson, fetchTesto, type Scarica } from "./emittenti.ts";
import { isOggetto } from "./jwt.ts";

const PREFISSO_SEGRETO = "segreto:";

export class AccessoOidc implements ProviderDiCittadini {
  readonly #emittenti: Emittenti;
  readonly #segreti: Segreti;
  readonly #scarica: Scarica;

  constructor(emittenti: Emittenti, segreti: Segreti, scarica: Scarica = fetch) {
    this.#emittenti = emittenti;
    this.#segreti = segreti;
    this.#scarica = scarica;
  }

  async describeAccesso(
    { emittente, client }: ProviderDelLogin,
    { stato, nonce, verificatore, ritorno, acr }: Parameters<ProviderDiCittadini["describeAccesso"]>[1],
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
      ...(acr && { acr_values: acr.join(" ") }),
    };
    for (const [nome, valore] of Object.entries(parametri)) url.searchParams.set(nome, valore);
    return url.href;
  }

  async exchangeCodice(
    provider: ProviderDelLogin,
    { codice, verificatore, ritorno }: { codice: string; verificatore: string; ritorno: string },
  ): Promise<Esito<Gettoni>> {
    const { token } = await this.#emittenti.getConfigurazione(provider.emittente);
    const { id = "", segreto } = provider.client ?? {};
    const valore = segreto === undefined ? undefined : await this.#segreti.get(segreto.slice(PREFISSO_SEGRETO.length));
    const password = valore?.valori[0];
    if (valore?.host !== undefined && valore.host !== new URL(token).hostname)
      throw new Error(`il segreto del client ${id} non è per ${new URL(token).hostname}`);
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
    const risposta = await fetchJson(this.#scarica, token, { method: "POST", headers, body: body.toString() });
    const { id_token: idToken, access_token: accessToken } = risposta;
    if (typeof idToken !== "string") return ko("il provider non ha dato un id_token");
    const claims = await this.#emittenti.verify(idToken, provider);
    return claims.ok ? ok({ claims: claims.valore, idToken, ...(typeof accessToken === "string" && { accessToken }) }) : claims;
  }

  async readUserinfo(provider: ProviderDelLogin, accessToken: string): Promise<Esito<Claims>> {
    const { userinfo } = await this.#emittenti.getConfigurazione(provider.emittente);
    if (userinfo === undefined) return ko("il provider non ha userinfo");
    const headers = { accept: "application/json, application/jwt", authorization: `Bearer ${accessToken}` };
    const { testo, tipo } = await fetchTesto(this.#scarica, userinfo, { headers });
    // OpenID Connect Core 5.3.2: signed, it is a JWT; then it must be of this issuer too.
    if (tipo.startsWith("application/jwt")) {
      const claims = await this.#emittenti.verify(testo.trim(), provider);
      return claims.ok && claims.valore["iss"] !== undefined && claims.valore["iss"] !== provider.emittente
        ? ko("userinfo di un altro emittente")
        : claims;
    }
    const letto: unknown = JSON.parse(testo);
    return isOggetto(letto) ? ok(letto) : ko("userinfo non è un oggetto");
  }

  async describeUscita(
    { emittente, client }: ProviderDelLogin,
    { idToken, ritorno }: { idToken?: string; ritorno: string },
  ): Promise<string | undefined> {
    const { uscita } = await this.#emittenti.getConfigurazione(emittente);
    if (uscita === undefined) return undefined;
    const url = new URL(uscita);
    if (idToken !== undefined) url.searchParams.set("id_token_hint", idToken);
    if (client) url.searchParams.set("client_id", client.id);
    url.searchParams.set("post_logout_redirect_uri", ritorno);
    return url.href;
  }
}
