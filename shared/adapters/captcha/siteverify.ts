/** The captcha services of others, all asked the same way: secret and answer, yes or no (reCAPTCHA, hCaptcha, Turnstile; Friendly Captcha in JSON). */
import type { CaptchaEsterno } from "../../domain/accessi/captcha.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { VerificaCaptcha } from "../../ports/captcha.ts";
import type { HttpClient, RichiestaHttp } from "../http/client.ts";

const MASSIMO_BYTE = 64 * 1024;

const richiestaOf = (
  { stile, secretKey, siteKey }: CaptchaEsterno,
  risposta: string,
  indirizzo: string,
): Pick<RichiestaHttp, "headers" | "body"> =>
  stile === "FRIENDLY"
    ? {
        headers: { "content-type": "application/json", "x-api-key": secretKey },
        body: JSON.stringify({ response: risposta, sitekey: siteKey }),
      }
    : {
        headers: { "content-type": "application/x-www-form-urlencoded" },
        // The network of the caller, not its address: enough for who checks, and less of a person.
        body: new URLSearchParams({
          secret: secretKey,
          response: risposta,
          ...(indirizzo !== "" && !indirizzo.includes(":") && { remoteip: indirizzo }),
        }).toString(),
      };

export const createVerificaCaptcha = (http: HttpClient): VerificaCaptcha => ({
  verify: async (servizio, risposta, indirizzo): Promise<Esito<void>> => {
    const { serverURL: url, timeoutMillisecondi, soglia } = servizio;
    const esito = await http.request({
      ...richiestaOf(servizio, risposta, indirizzo),
      ...{ method: "POST", url, timeoutMillisecondi, massimoByte: MASSIMO_BYTE },
    });
    if (!esito.ok) throw new Error(esito.errore.dettaglio);
    const { status, testo } = esito.valore;
    if (status !== 200) throw new Error(`il servizio del captcha ha risposto ${status}`);
    const letto: unknown = JSON.parse(testo);
    const corpo = typeof letto === "object" && letto !== null ? letto : {};
    if (!("success" in corpo) || corpo.success !== true) return ko("risposta rifiutata dal servizio del captcha");
    return "score" in corpo && typeof corpo.score === "number" && corpo.score < soglia ? ko("punteggio sotto la soglia") : ok(undefined);
  },
});
