/**
 * The session of who has no credentials (reference 3.10): a sealed cookie that names the debts and payments made with it, for one day. Nothing is
 * kept here; a cookie that is not ours, or is too old, is as no cookie.
 */
import * as z from "zod";
import { addASessione, type SessioneAnonima } from "../../domain/accessi/sessione-anonima.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { nameCookie, readCookie } from "../autenticazione/credenziali.ts";
import { config } from "../config/config.ts";
import { clock } from "../wiring/base.ts";
import { cifraAnonimi } from "../wiring/sessioni.ts";

const COOKIE = "fiorino-anonimo";
const DURATA_SECONDI = 86_400;
/** A cookie of ours never comes near this. */
const MASSIMO_CARATTERI = 4_000;

const sicuro = config.urlPubblico.startsWith("https:");

const Contenuto = z.object({
  dal: z.number(),
  posizioni: z.array(z.tuple([z.string(), z.string()])),
  pagamenti: z.array(z.string()),
});

const read = (cookies: readonly string[], adesso: string): SessioneAnonima | undefined => {
  const cookie = readCookie(cookies, nameCookie(COOKIE, sicuro));
  const aperto = cookie !== undefined && cookie.length <= MASSIMO_CARATTERI ? cifraAnonimi.open(cookie) : undefined;
  if (aperto === undefined) return undefined;
  const { dal, posizioni, pagamenti } = Contenuto.parse(JSON.parse(aperto));
  if (Date.parse(adesso) - dal > DURATA_SECONDI * 1000) return undefined;
  return { posizioni: posizioni.map(([idDominio, iuv]) => ({ idDominio, iuv })), pagamenti };
};

/** The caller, with what it made before when it has no credentials. */
export const withSessione = (chiamante: Chiamante, cookies: readonly string[]): Chiamante => {
  const sessioneAnonima = chiamante.tipo === "anonimo" ? read(cookies, clock.now()) : undefined;
  return sessioneAnonima ? { ...chiamante, sessioneAnonima } : chiamante;
};

/** Headers that let a caller without credentials find again what it has just made; none for the others. */
export const rememberSessione = (chiamante: Chiamante, nuovi: Partial<SessioneAnonima>): Readonly<Record<string, string>> => {
  if (chiamante.tipo !== "anonimo") return {};
  const { posizioni, pagamenti } = addASessione(chiamante.sessioneAnonima, nuovi);
  const contenuto: z.input<typeof Contenuto> = {
    dal: Date.parse(clock.now()),
    posizioni: posizioni.map(({ idDominio, iuv }) => [idDominio, iuv]),
    pagamenti: [...pagamenti],
  };
  const valore = cifraAnonimi.seal(JSON.stringify(contenuto));
  const attributi = `Path=/; Max-Age=${DURATA_SECONDI}; HttpOnly; SameSite=Lax${sicuro ? "; Secure" : ""}`;
  return { "set-cookie": `${nameCookie(COOKIE, sicuro)}=${valore}; ${attributi}` };
};
