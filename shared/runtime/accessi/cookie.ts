/** The cookies of a session of the console: `__Host-` wherever the installation is reached over https: no other host can set them, no plain request carries them. */
import type { Sessione } from "../../domain/accessi/sessione.ts";
import { COOKIE_SESSIONE, nameCookie, readCookie } from "../autenticazione/credenziali.ts";
import { readIdSessione, signSessione } from "../autenticazione/sessioni.ts";
import { config } from "../config/config.ts";
import { getSessioni } from "../wiring/autenticazione.ts";
import { cifraSessioni } from "../wiring/sessioni.ts";

const COOKIE_CSRF = "fiorino-csrf";
const COOKIE_ACCESSO = "fiorino-accesso";
const ACCESSO_SECONDI = 600;

const sicuro = config.urlPubblico.startsWith("https:");

export const writeCookie = (nome: string, valore: string, secondi: number, altri: string): string =>
  `${nameCookie(nome, sicuro)}=${valore}; Path=/; Max-Age=${secondi}; ${altri}${sicuro ? "; Secure" : ""}`;

/** Headers of an answer that opens a session, and what its page has to know. The session that the browser had is over at once here, elsewhere within a minute. */
export const openCookie = async (sessione: Sessione, cookies: readonly string[]) => {
  const precedente = readSessione(cookies);
  if (precedente !== undefined) (await getSessioni()).forget(precedente);
  const { cookie, csrf } = signSessione(cifraSessioni, sessione.id);
  const secondi = config.sessioneMinuti * 60;
  return {
    accesso: { principal: sessione.principal, nome: sessione.nome, scadeIl: sessione.scadeIl, tokenCsrf: csrf },
    headers: {
      "set-cookie": [
        // Strict: the pages of the console are static, so only their own calls need it, and a link of another site never carries it.
        writeCookie(COOKIE_SESSIONE, cookie, secondi, "HttpOnly; SameSite=Strict"),
        // Read by the page, which sends it back in a header: another site can do neither.
        writeCookie(COOKIE_CSRF, csrf, secondi, "SameSite=Strict"),
        writeCookie(COOKIE_ACCESSO, "", 0, "HttpOnly; SameSite=Lax"),
      ].join("\n"),
    },
  };
};

export const closeCookie = (): { readonly "set-cookie": string } => ({
  "set-cookie": [writeCookie(COOKIE_SESSIONE, "", 0, "HttpOnly; SameSite=Strict"), writeCookie(COOKIE_CSRF, "", 0, "SameSite=Strict")].join(
    "\n",
  ),
});

/** What binds the two halves of a login: Lax, because the browser comes back from another site. */
export const accessoCookie = (valore: string): { readonly "set-cookie": string } => ({
  "set-cookie": writeCookie(COOKIE_ACCESSO, valore, ACCESSO_SECONDI, "HttpOnly; SameSite=Lax"),
});

export const readAccesso = (cookies: readonly string[]): string | undefined =>
  readCookie(cookies, nameCookie(COOKIE_ACCESSO, sicuro)) || undefined;

/** Id of the session that the browser presented, when we signed it. */
export const readSessione = (cookies: readonly string[]): string | undefined => {
  const cookie = readCookie(cookies, nameCookie(COOKIE_SESSIONE, sicuro));
  return cookie ? readIdSessione(cifraSessioni, cookie) : undefined;
};
