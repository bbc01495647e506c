/** Reads the credentials that a request carries, for the modes switched on for its API. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Cittadino } from "../../domain/accessi/cittadino.ts";
import type { ModoAutenticazione } from "../config/config.ts";
import { type ConfigurazioneProxy, readCittadinoDelProxy, readPrincipalDelProxy } from "./proxy.ts";

export type Credenziali =
  | { readonly modo: "basic" | "apikey"; readonly principal: string; readonly segreto: string }
  /** Already verified by the gateway or by a trusted proxy. `alternativa`: the same certificate by issuer and serial number. */
  | { readonly modo: "ssl" | "header"; readonly principal: string; readonly alternativa?: string }
  | { readonly modo: "oauth2"; readonly token: string }
  /** `csrf`: what the page sent beside the cookie; false when the request changes nothing and owes none. */
  | { readonly modo: "session"; readonly cookie: string; readonly csrf: string | false }
  /** The cookie of a citizen, or who a trusted proxy says it is. `lecita`: it changes nothing, or comes from a page of this site. */
  | { readonly modo: "cittadino"; readonly cookie?: string; readonly identita?: Cittadino; readonly lecita: boolean };

export interface Lettura {
  readonly modi: readonly ModoAutenticazione[];
  readonly proxy?: ConfigurazioneProxy | undefined;
  /** Whether the installation is reached over https. */
  readonly sicuri?: boolean;
  /** Origin of the pages whose scripts may write in the name of a citizen: our own. */
  readonly origine?: string;
}

export const COOKIE_SESSIONE = "fiorino-sessione";
export const COOKIE_CITTADINO = "fiorino-cittadino";
/** A cookie with this prefix is only ever set over https, by this very host. */
const PREFISSO_SICURO = "__Host-";

interface Certificato {
  readonly subjectDN?: string;
  readonly issuerDN?: string;
  readonly serialNumber?: string;
}

/** Gateway mutual TLS leaves the verified certificate in the request context. */
const certificatoDi = (evento: APIGatewayProxyEventV2): Certificato | undefined => {
  const contesto: { authentication?: { clientCert?: Certificato } } = evento.requestContext;
  return contesto.authentication?.clientCert;
};

/** How the registry names a certificate by its serial number: numbers are unique within an issuer. */
export const describeSeriale = ({ issuerDN, serialNumber }: Certificato): string | undefined =>
  issuerDN && serialNumber ? `seriale:${serialNumber.toLowerCase().replace(/[^0-9a-f]/g, "")}@${issuerDN}` : undefined;

/** Over https only the name with the prefix counts: another host of the same domain could set the other one. */
export const nameCookie = (nome: string, sicuri: boolean): string => (sicuri ? `${PREFISSO_SICURO}${nome}` : nome);

export const readCookie = (cookies: readonly string[] | undefined, nome: string): string | undefined => {
  for (const cookie of cookies ?? []) {
    const uguale = cookie.indexOf("=");
    if (cookie.slice(0, uguale).trim() === nome) return cookie.slice(uguale + 1);
  }
  return undefined;
};

const SENZA_EFFETTI: readonly string[] = ["GET", "HEAD", "OPTIONS"];

const readSessione = (evento: APIGatewayProxyEventV2, sicuri: boolean): Credenziali | undefined => {
  const cookie = readCookie(evento.cookies, nameCookie(COOKIE_SESSIONE, sicuri));
  if (!cookie) return undefined;
  const csrf = SENZA_EFFETTI.includes(evento.requestContext.http.method) ? false : (evento.headers["x-csrf-token"] ?? "");
  return { modo: "session", cookie, csrf };
};

/** Every browser of today sends one of the two with a request that changes something; a page of another site can forge neither. */
const isDelSito = ({ headers }: APIGatewayProxyEventV2, origine: string | undefined): boolean => {
  const sito = headers["sec-fetch-site"];
  return sito === undefined ? origine !== undefined && headers["origin"] === origine : sito === "same-origin";
};

const readCittadino = (
  evento: APIGatewayProxyEventV2,
  { proxy, sicuri = false, origine }: Lettura,
  soggetto: string | undefined,
): Credenziali | undefined => {
  const identita = proxy && readCittadinoDelProxy(evento.headers, soggetto, proxy);
  const cookie = readCookie(evento.cookies, nameCookie(COOKIE_CITTADINO, sicuri));
  if (!identita && !cookie) return undefined;
  const lecita = SENZA_EFFETTI.includes(evento.requestContext.http.method) || isDelSito(evento, origine);
  return { modo: "cittadino", lecita, ...(cookie && { cookie }), ...(identita && { identita }) };
};

const readAuthorization = (testo: string, modi: readonly ModoAutenticazione[]): Credenziali | undefined => {
  const [, schema = "", valore = ""] = /^(\w+)\s+([A-Za-z0-9+/=._~-]+)$/.exec(testo) ?? [];
  if (schema.toLowerCase() === "bearer" && modi.includes("oauth2")) return { modo: "oauth2", token: valore };
  if (schema.toLowerCase() !== "basic" || !modi.includes("basic")) return undefined;
  const due = Buffer.from(valore, "base64").toString("utf8");
  const separa = due.indexOf(":");
  return separa < 1 ? undefined : { modo: "basic", principal: due.slice(0, separa), segreto: due.slice(separa + 1) };
};

/** What is said explicitly wins over the cookie that a browser adds by itself. */
export const readCredenziali = (evento: APIGatewayProxyEventV2, lettura: Lettura): Credenziali | undefined => {
  const { modi, proxy, sicuri = false } = lettura;
  const certificato = certificatoDi(evento);
  const delProxy = proxy && modi.includes("header") ? readPrincipalDelProxy(evento.headers, certificato?.subjectDN, proxy) : undefined;
  if (delProxy !== undefined) return { modo: "header", principal: delProxy };
  if (certificato?.subjectDN && modi.includes("ssl")) {
    const alternativa = describeSeriale(certificato);
    return { modo: "ssl", principal: certificato.subjectDN, ...(alternativa !== undefined && { alternativa }) };
  }
  const { authorization, "x-app-id": appId, "x-api-key": apiKey } = evento.headers;
  if (modi.includes("apikey") && appId && apiKey) return { modo: "apikey", principal: appId, segreto: apiKey };
  const esplicite = authorization ? readAuthorization(authorization, modi) : undefined;
  if (esplicite) return esplicite;
  const cittadino = modi.includes("cittadino") ? readCittadino(evento, lettura, certificato?.subjectDN) : undefined;
  return cittadino ?? (modi.includes("session") ? readSessione(evento, sicuri) : undefined);
};

/**
 * Address of who calls, past the proxies of our own in front of the gateway (each adds one entry at the end of X-Forwarded-For).
 * An IPv6 address counts with its whole network: whoever has one has billions.
 */
export const indirizzoDi = (evento: APIGatewayProxyEventV2, proxyNostri: number): string => {
  const { sourceIp } = evento.requestContext.http;
  const catena = (evento.headers["x-forwarded-for"] ?? "").split(",").map((voce) => voce.trim());
  const dichiarato = proxyNostri > 0 ? catena.at(-1 - proxyNostri) : undefined;
  const indirizzo = (dichiarato || sourceIp).slice(0, 45);
  return indirizzo.includes(":") ? indirizzo.split(":").slice(0, 4).join(":") : indirizzo;
};
