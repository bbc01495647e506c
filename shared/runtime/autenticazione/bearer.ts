/** Bearer tokens of the identity providers that the installation trusts. A token already verified is remembered by digest, until it expires or for five minutes. */
import { createHash } from "node:crypto";
import { type Emittenti, readEmittente } from "../../adapters/oidc/emittenti.ts";
import { checkClaims, type Persona, type ProviderIdentita, readPersona, TOLLERANZA_SECONDI } from "../../domain/accessi/provider.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import { type RifiutoAutenticazione, resolvePersona } from "./persona.ts";

const DURATA_MILLISECONDI = 5 * 60_000;
const MASSIMO_RICORDI = 1_000;

interface Ricordo {
  readonly persona: Persona;
  readonly provider: ProviderIdentita;
  readonly scade: number;
}

export interface PorteBearer {
  readonly anagrafiche: Pick<Anagrafiche, "getUtenza" | "getAclRuoli">;
  readonly clock: Clock;
  readonly emittenti: Emittenti;
  readonly provider: readonly ProviderIdentita[];
  /** Told why a token was not believed. */
  readonly segnala: (motivo: string) => void;
}

export type ResolveBearer = (token: string) => Promise<Esito<Chiamante, Rifiuto<RifiutoAutenticazione>>>;

/** The caller never learns which check failed: whoever forges tokens must not be helped. */
const NON_VALIDO = rifiuto("NON_AUTENTICATO", "token non valido o scaduto");

export const createResolveBearer = ({ anagrafiche, clock, emittenti, provider, segnala }: PorteBearer): ResolveBearer => {
  const ricordi = new Map<string, Ricordo>();

  const verify = async (token: string, adesso: string): Promise<Esito<Ricordo>> => {
    const emittente = readEmittente(token);
    const suo = provider.find((voce) => voce.emittente === emittente);
    if (!suo) return ko("emittente sconosciuto");
    const claims = await emittenti.verify(token, suo);
    if (!claims.ok) return claims;
    const esito = checkClaims(claims.valore, suo, adesso);
    if (!esito.ok) return esito;
    const persona = readPersona(claims.valore, suo);
    if (!persona) return ko(`manca ${suo.claimPrincipal}`);
    const scadenza = (Number(claims.valore["exp"]) + TOLLERANZA_SECONDI) * 1000;
    return ok({ persona, provider: suo, scade: Math.min(scadenza, Date.parse(adesso) + DURATA_MILLISECONDI) });
  };

  const recall = async (token: string): Promise<Esito<Ricordo>> => {
    const impronta = createHash("sha256").update(token).digest("base64");
    const adesso = clock.now();
    const millisecondi = Date.parse(adesso);
    const noto = ricordi.get(impronta);
    if (noto && millisecondi < noto.scade && noto.scade <= millisecondi + DURATA_MILLISECONDI) return ok(noto);
    const esito = await verify(token, adesso);
    if (!esito.ok) return esito;
    if (ricordi.size >= MASSIMO_RICORDI) ricordi.clear();
    ricordi.set(impronta, esito.valore);
    return esito;
  };

  return async (token) => {
    try {
      const esito = await recall(token);
      if (esito.ok) return resolvePersona(anagrafiche, esito.valore.persona, esito.valore.provider.chiamanti);
      segnala(esito.errore);
    } catch (errore) {
      segnala(errore instanceof Error ? errore.message : String(errore));
    }
    return NON_VALIDO;
  };
};
