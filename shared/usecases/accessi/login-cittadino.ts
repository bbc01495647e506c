/** Login of a citizen through one of the providers of its creditor. What binds the two halves (state, nonce, PKCE) travels sealed in a cookie of the browser that began. */
import { hasCodiceFiscale, readCittadino } from "../../domain/accessi/claim-cittadino.ts";
import { type Claims, checkClaims, TOLLERANZA_SECONDI } from "../../domain/accessi/provider.ts";
import type { SessioneCittadino } from "../../domain/accessi/sessione-cittadino.ts";
import {
  type AccessoCittadini,
  type ProviderCittadini,
  providerDi,
  readAccessoCittadini,
} from "../../domain/configurazione/accesso-cittadini.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Cifra } from "../../ports/accessi.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Gettoni, ProviderDiCittadini } from "../../ports/provider-identita.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { openSessioneCittadino, type PorteSessioneCittadino } from "./sessione-cittadino.ts";

export interface PorteLoginCittadino extends PorteSessioneCittadino {
  readonly anagrafiche: Pick<Anagrafiche, "getSezione">;
  readonly accesso: ProviderDiCittadini;
  readonly cifraAccesso: Cifra;
  /** Absolute address at which the provider gives the browser back. */
  readonly ritornoOidc: string;
  readonly segnala: (motivo: string) => void;
}

const BYTE_CASUALI = 32;
const DURATA_MILLISECONDI = 10 * 60_000;
/** An ID token just asked for is not older than this. */
const ETA_MASSIMA_SECONDI = 600;

interface InCorso {
  readonly provider: string;
  readonly stato: string;
  readonly nonce: string;
  readonly verificatore: string;
  readonly ritorno: string;
  readonly dominio?: string;
  readonly scade: number;
}

export const getAccesso = async ({ anagrafiche }: Pick<PorteLoginCittadino, "anagrafiche">): Promise<AccessoCittadini> =>
  readAccessoCittadini(await anagrafiche.getSezione("accessoCittadini"));

const messaggioDi = (errore: unknown): string => (errore instanceof Error ? errore.message : String(errore));

const readInCorso = ({ cifraAccesso, clock }: PorteLoginCittadino, cookie: string | undefined): InCorso | undefined => {
  const testo = cookie === undefined ? undefined : cifraAccesso.open(cookie);
  // What we sealed is what we wrote.
  const letto = testo === undefined ? undefined : (JSON.parse(testo) as InCorso);
  return letto && letto.scade > Date.parse(clock.now()) ? letto : undefined;
};

/** A provider of some creditors recognises citizens for one of them: the one asked for, or its first. */
const dominioOf = ({ idDomini }: ProviderCittadini, chiesto: string | undefined): string | undefined =>
  idDomini && (chiesto ?? idDomini[0]);

export interface RichiestaLogin {
  readonly provider?: string | undefined;
  readonly idDominio?: string | undefined;
  /** Address of this installation, or one that it has configured. */
  readonly ritorno: string;
}

/** First half: where to send the browser, and the sealed cookie it must bring back. */
export const beginLogin =
  (porte: PorteLoginCittadino) =>
  async ({
    provider: id,
    idDominio,
    ritorno,
  }: RichiestaLogin): Promise<Esito<{ readonly url: string; readonly cookie: string }, Rifiuto<"NON_TROVATO" | "NON_DISPONIBILE">>> => {
    const { accesso, cifraAccesso, clock, ritornoOidc, segnala } = porte;
    const attivi = providerDi(await getAccesso(porte), idDominio);
    const scelto = id === undefined ? attivi[0] : attivi.find((voce) => voce.id === id);
    if (!scelto) return rifiuto("NON_TROVATO", "provider: non è fra quelli con cui i cittadini possono accedere");
    const dominio = dominioOf(scelto, idDominio);
    const inCorso: InCorso = {
      provider: scelto.id,
      stato: cifraAccesso.random(BYTE_CASUALI),
      nonce: cifraAccesso.random(BYTE_CASUALI),
      verificatore: cifraAccesso.random(BYTE_CASUALI),
      ritorno,
      ...(dominio !== undefined && { dominio }),
      scade: Date.parse(clock.now()) + DURATA_MILLISECONDI,
    };
    const { acr } = scelto;
    try {
      const url = await accesso.describeAccesso(scelto, { ...inCorso, ritorno: ritornoOidc, ...(acr && { acr }) });
      return ok({ url, cookie: cifraAccesso.seal(JSON.stringify(inCorso)) });
    } catch (errore) {
      segnala(messaggioDi(errore));
      return rifiuto("NON_DISPONIBILE", `il provider di identità ${scelto.nome} non risponde`);
    }
  };

/** OpenID Connect Core 3.1.3.7: who the token is of, for whom, for which login, and made just now. */
const checkIdToken = (claims: Claims, { emittente, client }: ProviderCittadini, { nonce }: InCorso, adesso: string): Esito<void> => {
  const esito = checkClaims(claims, { emittente, destinatari: [client.id] }, adesso);
  if (!esito.ok) return esito;
  const { aud, azp, iat, sub } = claims;
  if ((azp !== undefined || (Array.isArray(aud) && aud.length > 1)) && azp !== client.id) return ko("azp diverso dal nostro client");
  if (claims["nonce"] !== nonce) return ko("nonce diverso da quello dato");
  if (typeof sub !== "string" || sub === "") return ko("manca sub");
  if (typeof iat !== "number" || Date.parse(adesso) / 1000 - iat > ETA_MASSIMA_SECONDI + TOLLERANZA_SECONDI)
    return ko("emesso troppo tempo fa");
  return ok(undefined);
};

/** The claims with those of userinfo, which are believed only when they speak of the same person. What the ID token says wins: it is signed. */
const completeClaims = async (
  { accesso }: PorteLoginCittadino,
  provider: ProviderCittadini,
  { claims, accessToken }: Gettoni,
): Promise<Esito<Claims>> => {
  const { userinfo } = provider;
  if (userinfo === "MAI" || (userinfo === "SE_MANCA" && hasCodiceFiscale(claims, provider))) return ok(claims);
  if (accessToken === undefined) return ko("il provider non ha dato un access_token");
  const altri = await accesso.readUserinfo(provider, accessToken);
  if (!altri.ok) return altri;
  return altri.valore["sub"] === claims["sub"] ? ok({ ...altri.valore, ...claims }) : ko("userinfo di un'altra persona");
};

export interface RitornoLogin {
  readonly codice: string | undefined;
  readonly stato: string | undefined;
  readonly errore: string | undefined;
  readonly emittente: string | undefined;
  readonly cookie: string | undefined;
  readonly precedente: string | undefined;
}

const RIFIUTATO = rifiuto("NON_AUTENTICATO", "accesso non riuscito: ricominciare dalla pagina di accesso");

/** Second half: the code becomes a person and the person a session. Refuses whatever did not begin in this browser, or has already ended. */
export const completeLogin =
  (porte: PorteLoginCittadino) =>
  async (
    richiesta: RitornoLogin,
    traccia: Traccia,
  ): Promise<Esito<{ readonly sessione: SessioneCittadino; readonly ritorno: string }, Rifiuto<"NON_AUTENTICATO" | "NON_DISPONIBILE">>> => {
    const { accesso, clock, ritornoOidc, segnala } = porte;
    const refuse = (motivo: string) => {
      segnala(motivo);
      return RIFIUTATO;
    };
    const inCorso = readInCorso(porte, richiesta.cookie);
    const configurazione = await getAccesso(porte);
    const provider = providerDi(configurazione).find(({ id }) => id === inCorso?.provider);
    if (!inCorso || !provider) return refuse("nessun accesso in corso in questo browser");
    if (richiesta.stato !== inCorso.stato) return refuse("state diverso da quello dato");
    // RFC 9207: whoever says to be another issuer is not the one that was asked.
    if (richiesta.emittente !== undefined && richiesta.emittente !== provider.emittente) return refuse("risposta di un altro emittente");
    if (richiesta.errore !== undefined || richiesta.codice === undefined)
      return refuse(`il provider ha risposto ${richiesta.errore === undefined ? "senza codice" : "con un errore"}`);
    try {
      const { verificatore } = inCorso;
      const gettoni = await accesso.exchangeCodice(provider, { codice: richiesta.codice, verificatore, ritorno: ritornoOidc });
      if (!gettoni.ok) return refuse(gettoni.errore);
      const valido = checkIdToken(gettoni.valore.claims, provider, inCorso, clock.now());
      if (!valido.ok) return refuse(valido.errore);
      const claims = await completeClaims(porte, provider, gettoni.valore);
      if (!claims.ok) return refuse(claims.errore);
      const persona = readCittadino(claims.valore, provider);
      if (!persona.ok) return refuse(persona.errore);
      const cittadino = { ...persona.valore, ...(inCorso.dominio !== undefined && { dominio: inCorso.dominio }) };
      const sessione = await openSessioneCittadino(
        porte,
        {
          ...{ cittadino, durata: configurazione.durata, precedente: richiesta.precedente, stato: inCorso.stato },
          idToken: provider.logout ? gettoni.valore.idToken : undefined,
          motivo: `Accesso del cittadino (${provider.id})`,
        },
        traccia,
      );
      return sessione ? ok({ sessione, ritorno: inCorso.ritorno }) : refuse("questo accesso è già avvenuto");
    } catch (errore) {
      segnala(messaggioDi(errore));
      return rifiuto("NON_DISPONIBILE", `il provider di identità ${provider.nome} non risponde`);
    }
  };

/** Where the browser goes so that the provider ends its session too; undefined = nowhere, ours is enough. */
export const leaveProvider =
  (porte: Pick<PorteLoginCittadino, "anagrafiche" | "accesso" | "segnala">) =>
  async (idProvider: string, idToken: string | undefined, ritorno: string): Promise<string | undefined> => {
    const provider = providerDi(await getAccesso(porte)).find(({ id }) => id === idProvider);
    if (!provider?.logout) return undefined;
    try {
      return await porte.accesso.describeUscita(provider, { ritorno, ...(idToken !== undefined && { idToken }) });
    } catch (errore) {
      // Our own session is over already: who leaves is not kept by a provider that does not answer.
      porte.segnala(messaggioDi(errore));
      return undefined;
    }
  };
