/** The login of a citizen, whatever the path that asked for it: who is recognised already stays as it is, the others go to the provider. */
import type { Cittadino } from "../../domain/accessi/cittadino.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { indirizzoDiRitorno } from "../../domain/configurazione/accesso-cittadini.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { beginLogin, getAccesso, leaveProvider } from "../../usecases/accessi/login-cittadino.ts";
import { closeSessioneCittadino, openSessioneCittadino } from "../../usecases/accessi/sessione-cittadino.ts";
import { cittadiniAttivi, porteLogin } from "../wiring/accesso-cittadini.ts";
import { getSessioniCittadino } from "../wiring/autenticazione.ts";
import { accessoCookieCittadino, closeCookieCittadino, openCookieCittadino, readCookieCittadino } from "./cookie-cittadino.ts";

export interface Browser {
  readonly chiamante: Chiamante;
  readonly cookies: readonly string[];
  readonly traccia: Traccia;
}

type Intestazioni = Readonly<Record<string, string>>;
type Entrato = { readonly cittadino: Cittadino; readonly headers: Intestazioni };
type Mandato = { readonly verso: string; readonly headers: Intestazioni };
type Rifiuti = "NON_AUTORIZZATO" | "NON_TROVATO" | "NON_DISPONIBILE";

const begin = beginLogin(porteLogin);
const leave = leaveProvider(porteLogin);

/** Who a trusted proxy recognised has no session yet: it gets one, so that the other paths know it too. */
const keep = async (cittadino: Cittadino, { cookies, traccia }: Browser): Promise<Intestazioni> => {
  if (cittadino.provider !== "proxy") return {};
  const { durata } = await getAccesso(porteLogin);
  const motivo = "Accesso del cittadino (proxy)";
  const sessione = await openSessioneCittadino(porteLogin, { cittadino, durata, motivo }, traccia);
  return sessione ? openCookieCittadino(sessione, cookies) : {};
};

export const enterCittadino = async (
  browser: Browser,
  richiesta: { readonly provider?: string | undefined; readonly idDominio?: string | undefined; readonly ritorno: string },
): Promise<Esito<Entrato | Mandato, Rifiuto<Rifiuti>>> => {
  if (!cittadiniAttivi) return rifiuto("NON_AUTORIZZATO", "le sessioni dei cittadini non sono attive su questa installazione");
  const { cittadino } = browser.chiamante;
  if (cittadino) return ok({ cittadino, headers: await keep(cittadino, browser) });
  const partenza = await begin(richiesta);
  return partenza.ok ? ok({ verso: partenza.valore.url, headers: accessoCookieCittadino(partenza.valore.cookie) }) : partenza;
};

const queryDi = (url: string): string => {
  const query = url.slice(url.indexOf("?") + 1);
  return url.includes("?") && /^[\x21-\x7e]*$/.test(query) ? query : "";
};

/** The address configured under that id: no other is ever gone back to. */
const findRitorno = async (
  quali: "urlLogin" | "urlLogout",
  urlID: string,
  { url, idDominio }: { readonly url: string; readonly idDominio?: string | undefined },
): Promise<Esito<string, Rifiuto<"NON_TROVATO">>> => {
  const configurazione = await getAccesso(porteLogin);
  const trovato = indirizzoDiRitorno(configurazione[quali], urlID, { idDominio, query: queryDi(url) });
  return trovato === undefined ? rifiuto("NON_TROVATO", "urlID: nessun indirizzo configurato con questo id") : ok(trovato);
};

export const enterConRedirect = async (
  browser: Browser & { readonly url: string },
  {
    urlID,
    provider,
    idDominio,
  }: { readonly urlID: string; readonly provider?: string | undefined; readonly idDominio?: string | undefined },
): Promise<Esito<Mandato, Rifiuto<Rifiuti>>> => {
  const ritorno = await findRitorno("urlLogin", urlID, { url: browser.url, idDominio });
  if (!ritorno.ok) return ritorno;
  const esito = await enterCittadino(browser, { provider, idDominio, ritorno: ritorno.valore });
  return esito.ok ? ok("verso" in esito.valore ? esito.valore : { verso: ritorno.valore, headers: esito.valore.headers }) : esito;
};

/** Ends the session of the browser, if it has one; the answer also takes the cookie away. */
const closeCittadino = async ({ cookies, traccia }: Browser) => {
  const cookie = readCookieCittadino(cookies);
  const sessioni = await getSessioniCittadino();
  const aperta = cookie === undefined ? undefined : await sessioni.open(cookie);
  if (aperta) {
    await closeSessioneCittadino(porteLogin, { id: aperta.sessione.id, principal: aperta.contenuto.cittadino.codiceFiscale }, traccia);
    sessioni.forget(aperta.sessione.id);
  }
  return aperta?.contenuto;
};

export const leaveCittadino = async (browser: Browser): Promise<Intestazioni> => {
  await closeCittadino(browser);
  return closeCookieCittadino();
};

export const leaveConRedirect = async (
  browser: Browser & { readonly url: string },
  { urlID, idDominio }: { readonly urlID: string; readonly idDominio?: string | undefined },
): Promise<Esito<Mandato, Rifiuto<"NON_TROVATO">>> => {
  const ritorno = await findRitorno("urlLogout", urlID, { url: browser.url, idDominio });
  if (!ritorno.ok) return ritorno;
  const contenuto = await closeCittadino(browser);
  const delProvider = contenuto && (await leave(contenuto.cittadino.provider, contenuto.idToken, ritorno.valore));
  return ok({ verso: delProvider ?? ritorno.valore, headers: closeCookieCittadino() });
};
