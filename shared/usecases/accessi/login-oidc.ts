/** Login of an operator through an identity provider. What binds the two halves (state, nonce, PKCE) travels sealed in a cookie of the browser that began. */
import { checkClaims, type ProviderIdentita, readPersona } from "../../domain/accessi/provider.ts";
import type { Sessione } from "../../domain/accessi/sessione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Cifra } from "../../ports/accessi.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { ProviderDiAccesso } from "../../ports/provider-identita.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { openSessione, type PorteSessione } from "./open-sessione.ts";

export interface PorteOidc extends PorteSessione {
  readonly provider: readonly ProviderIdentita[];
  readonly accesso: ProviderDiAccesso;
  readonly anagrafiche: Pick<Anagrafiche, "getUtenza">;
  readonly cifraAccesso: Cifra;
  /** Absolute address at which the provider gives the browser back. */
  readonly ritornoOidc: string;
  readonly segnala: (motivo: string) => void;
}

const BYTE_CASUALI = 32;
const DURATA_MILLISECONDI = 10 * 60_000;

interface InCorso {
  readonly provider: string;
  readonly stato: string;
  readonly nonce: string;
  readonly verificatore: string;
  readonly ritorno: string;
  readonly scade: number;
}

export interface Partenza {
  /** Where the browser goes. */
  readonly url: string;
  /** What it must bring back. */
  readonly cookie: string;
}

const isInCorso = (valore: unknown): valore is InCorso =>
  typeof valore === "object" && valore !== null && "stato" in valore && "nonce" in valore && "verificatore" in valore && "scade" in valore;

const readInCorso = ({ cifraAccesso, clock }: PorteOidc, cookie: string | undefined): InCorso | undefined => {
  const testo = cookie === undefined ? undefined : cifraAccesso.open(cookie);
  const letto: unknown = testo === undefined ? undefined : JSON.parse(testo);
  return isInCorso(letto) && letto.scade > Date.parse(clock.now()) ? letto : undefined;
};

/** First half: where to send the browser, and the sealed cookie it must bring back. */
export const beginOidc =
  (porte: PorteOidc) =>
  async ({
    id,
    ritorno,
  }: {
    readonly id: string | undefined;
    readonly ritorno: string;
  }): Promise<Esito<Partenza, Rifiuto<"NON_TROVATO" | "NON_DISPONIBILE">>> => {
    const { provider, accesso, cifraAccesso, clock, ritornoOidc, segnala } = porte;
    const attivi = provider.filter(({ client }) => client !== undefined);
    const scelto = id === undefined ? attivi[0] : attivi.find((voce) => voce.id === id);
    if (!scelto) return rifiuto("NON_TROVATO", "provider: non è fra quelli con cui si può accedere");
    const inCorso: InCorso = {
      provider: scelto.id,
      stato: cifraAccesso.random(BYTE_CASUALI),
      nonce: cifraAccesso.random(BYTE_CASUALI),
      verificatore: cifraAccesso.random(BYTE_CASUALI),
      ritorno,
      scade: Date.parse(clock.now()) + DURATA_MILLISECONDI,
    };
    try {
      const url = await accesso.describeAccesso(scelto, { ...inCorso, ritorno: ritornoOidc });
      return ok({ url, cookie: cifraAccesso.seal(JSON.stringify(inCorso)) });
    } catch (errore) {
      segnala(errore instanceof Error ? errore.message : String(errore));
      return rifiuto("NON_DISPONIBILE", `il provider di identità ${scelto.nome} non risponde`);
    }
  };

export interface Ritorno {
  readonly codice: string | undefined;
  readonly stato: string | undefined;
  readonly errore: string | undefined;
  readonly emittente: string | undefined;
  readonly cookie: string | undefined;
  readonly precedente: string | undefined;
}

export interface Arrivo {
  readonly sessione: Sessione;
  /** Page of this site asked for at the beginning. */
  readonly ritorno: string;
}

type RifiutiRitorno = "NON_AUTENTICATO" | "NON_AUTORIZZATO" | "NON_DISPONIBILE";

const RIFIUTATO = rifiuto("NON_AUTENTICATO", "accesso non riuscito: ricominciare dalla pagina di accesso");

/** Second half: the code becomes an identity and the identity a session. Refuses whatever did not begin in this browser, and people without rights here. */
export const completeOidc =
  (porte: PorteOidc) =>
  async (richiesta: Ritorno, traccia: Traccia): Promise<Esito<Arrivo, Rifiuto<RifiutiRitorno>>> => {
    const { accesso, anagrafiche, clock, ritornoOidc, segnala } = porte;
    const refuse = (motivo: string) => {
      segnala(motivo);
      return RIFIUTATO;
    };
    const inCorso = readInCorso(porte, richiesta.cookie);
    const provider = porte.provider.find(({ id }) => id === inCorso?.provider);
    if (!inCorso || !provider?.client) return refuse("nessun accesso in corso in questo browser");
    if (richiesta.stato !== inCorso.stato) return refuse("state diverso da quello dato");
    // RFC 9207: whoever says to be another issuer is not the one that was asked.
    if (richiesta.emittente !== undefined && richiesta.emittente !== provider.emittente) return refuse("risposta di un altro emittente");
    if (richiesta.errore !== undefined || richiesta.codice === undefined)
      return refuse(`il provider ha risposto ${richiesta.errore ?? "senza codice"}`);
    try {
      const gettoni = await accesso.exchangeCodice(provider, {
        codice: richiesta.codice,
        verificatore: inCorso.verificatore,
        ritorno: ritornoOidc,
      });
      if (!gettoni.ok) return refuse(gettoni.errore);
      const { claims } = gettoni.valore;
      const esito = checkClaims(claims, { emittente: provider.emittente, destinatari: [provider.client.id] }, clock.now());
      if (!esito.ok) return refuse(esito.errore);
      if (claims["nonce"] !== inCorso.nonce) return refuse("nonce diverso da quello dato");
      const persona = readPersona(claims, provider);
      if (!persona) return refuse(`manca ${provider.claimPrincipal}`);
      const utenza = await anagrafiche.getUtenza(persona.principal);
      const ammessa = utenza ? utenza.tipo === "operatore" && utenza.valore.abilitato : persona.daGruppi !== undefined;
      if (!ammessa) return rifiuto("NON_AUTORIZZATO", "l'identità è riconosciuta ma non è di un operatore abilitato");
      const sessione = await openSessione(porte, { persona, metodo: "oidc", precedente: richiesta.precedente }, traccia);
      return sessione ? ok({ sessione, ritorno: inCorso.ritorno }) : refuse("sessione non aperta");
    } catch (errore) {
      segnala(errore instanceof Error ? errore.message : String(errore));
      return rifiuto("NON_DISPONIBILE", `il provider di identità ${provider.nome} non risponde`);
    }
  };
