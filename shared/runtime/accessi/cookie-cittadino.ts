/** The cookies of a citizen: its session, and what binds the two halves of a login to one browser. */
import type { SessioneCittadino } from "../../domain/accessi/sessione-cittadino.ts";
import { COOKIE_CITTADINO, nameCookie, readCookie } from "../autenticazione/credenziali.ts";
import { readIdSessione, signSessione } from "../autenticazione/sessioni.ts";
import { config } from "../config/config.ts";
import { getSessioniCittadino } from "../wiring/autenticazione.ts";
import { cifraCittadini } from "../wiring/sessioni.ts";
import { writeCookie } from "./cookie.ts";

const COOKIE_ACCESSO = "fiorino-accesso-cittadino";
const ACCESSO_SECONDI = 600;

const sicuro = config.urlPubblico.startsWith("https:");
// Strict: portals are static pages, whose scripts carry it; a link or a form of another site never does.
const ATTRIBUTI = "HttpOnly; SameSite=Strict";
/** Lax, because the browser comes back from another site. */
const ATTRIBUTI_ACCESSO = "HttpOnly; SameSite=Lax";

type ImpostaCookie = { readonly "set-cookie": string };

export const readCookieCittadino = (cookies: readonly string[]): string | undefined =>
  readCookie(cookies, nameCookie(COOKIE_CITTADINO, sicuro)) || undefined;

/** Id of the session that the browser presented, when we signed it. */
export const readIdCittadino = (cookies: readonly string[]): string | undefined => {
  const cookie = readCookieCittadino(cookies);
  return cookie === undefined ? undefined : readIdSessione(cifraCittadini, cookie);
};

/** Headers of an answer that opens a session; the one that the browser had is over at once here, elsewhere within a minute. */
export const openCookieCittadino = async (
  { id, apertaIl, scadeIl }: SessioneCittadino,
  cookies: readonly string[],
): Promise<ImpostaCookie> => {
  const precedente = readIdCittadino(cookies);
  if (precedente !== undefined) (await getSessioniCittadino()).forget(precedente);
  const secondi = Math.floor((Date.parse(scadeIl) - Date.parse(apertaIl)) / 1000);
  return {
    "set-cookie": [
      writeCookie(COOKIE_CITTADINO, signSessione(cifraCittadini, id).cookie, secondi, ATTRIBUTI),
      writeCookie(COOKIE_ACCESSO, "", 0, ATTRIBUTI_ACCESSO),
    ].join("\n"),
  };
};

export const closeCookieCittadino = (): ImpostaCookie => ({ "set-cookie": writeCookie(COOKIE_CITTADINO, "", 0, ATTRIBUTI) });

export const accessoCookieCittadino = (valore: string): ImpostaCookie => ({
  "set-cookie": writeCookie(COOKIE_ACCESSO, valore, ACCESSO_SECONDI, ATTRIBUTI_ACCESSO),
});

export const readAccessoCittadino = (cookies: readonly string[]): string | undefined =>
  readCookie(cookies, nameCookie(COOKIE_ACCESSO, sicuro)) || undefined;
