/** What providers configured in the registry are asked with: the guarded client, so that an address written there never leads into our own network. */
import type { HttpClient } from "../http/client.ts";
import type { Scarica } from "./emittenti.ts";

const MASSIMO_BYTE = 256 * 1024;
const TEMPO_MILLISECONDI = 5_000;

const headersDi = (headers: RequestInit["headers"]): Record<string, string> => Object.fromEntries(new Headers(headers).entries());

export const createScarica =
  (http: HttpClient): Scarica =>
  async (url, { method = "GET", headers, body } = {}) => {
    const esito = await http.request({
      method: method === "POST" ? "POST" : "GET",
      url,
      headers: headersDi(headers),
      ...(typeof body === "string" && { body }),
      timeoutMillisecondi: TEMPO_MILLISECONDI,
      massimoByte: MASSIMO_BYTE,
    });
    if (!esito.ok) throw new Error(esito.errore.dettaglio);
    const { status, headers: sue, testo } = esito.valore;
    const tipo = sue["content-type"];
    // A redirect is an answer like another for this client, and no answer for a provider.
    return new Response(status === 204 || status === 304 ? null : testo, {
      status: status >= 200 && status <= 599 ? status : 502,
      ...(tipo !== undefined && { headers: { "content-type": tipo } }),
    });
  };
