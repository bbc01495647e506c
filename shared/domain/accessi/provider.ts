/** What an installation trusts of an identity provider (OpenID Connect), and what a token must say to be believed. */
import type { AmbitoDomini, AmbitoTipi } from "../anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../esito.ts";
import type { AmbitiDaGruppi } from "./sessione.ts";

export const ALGORITMI = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384"] as const;
/** Asymmetric only: `none` and the HMAC family, with which a public key could be taken for a secret, do not exist here. */
export type Algoritmo = (typeof ALGORITMI)[number];

export interface GruppoProvider {
  readonly ruoli: readonly string[];
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
}

export interface ProviderIdentita {
  readonly id: string;
  /** As the login page calls it. */
  readonly nome: string;
  /** `iss` of its tokens, also where its configuration is published. */
  readonly emittente: string;
  /** One of these must be in `aud` of a bearer token. */
  readonly destinatari: readonly string[];
  readonly algoritmi: readonly Algoritmo[];
  /** Claim with the principal of the registry, the prefix that keeps apart the people of two providers, claims with name and groups. */
  readonly claimPrincipal: string;
  readonly prefisso: string;
  readonly claimNome: string;
  readonly claimGruppi: string;
  /** Whom its bearer tokens may stand for. */
  readonly chiamanti: readonly ("applicazione" | "operatore")[];
  /** What each group is worth; a group that is not here is worth nothing. */
  readonly gruppi: Readonly<Record<string, GruppoProvider>>;
  /** Present where operators may log in through it. */
  readonly client?: { readonly id: string; readonly segreto?: string; readonly scope: string };
}

export type Claims = Readonly<Record<string, unknown>>;

/** Clocks may differ by this much, no more. */
export const TOLLERANZA_SECONDI = 60;

const numero = (valore: unknown): number | undefined => (typeof valore === "number" && Number.isFinite(valore) ? valore : undefined);

/**
 * Whether the claims are of this issuer, for one of these recipients, and in time (RFC 7519 4.1; RFC 8725 3.8–3.9).
 * Errors: what is wrong, for the log; the caller only learns that the token is not valid.
 */
export const checkClaims = (
  claims: Claims,
  { emittente, destinatari }: Pick<ProviderIdentita, "emittente" | "destinatari">,
  adesso: string,
): Esito<void> => {
  const secondi = Date.parse(adesso) / 1000;
  if (claims["iss"] !== emittente) return ko("emittente diverso da quello atteso");
  const aud = claims["aud"];
  const audience: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!destinatari.some((destinatario) => audience.includes(destinatario))) return ko("destinatario diverso da quello atteso");
  const scade = numero(claims["exp"]);
  if (scade === undefined) return ko("scadenza assente");
  if (secondi >= scade + TOLLERANZA_SECONDI) return ko("scaduto");
  const dal = claims["nbf"] === undefined ? undefined : (numero(claims["nbf"]) ?? Number.POSITIVE_INFINITY);
  if (dal !== undefined && secondi < dal - TOLLERANZA_SECONDI) return ko("non ancora valido");
  const emesso = claims["iat"] === undefined ? undefined : (numero(claims["iat"]) ?? Number.POSITIVE_INFINITY);
  if (emesso !== undefined && secondi < emesso - TOLLERANZA_SECONDI) return ko("emesso nel futuro");
  return ok(undefined);
};

export interface Persona {
  readonly principal: string;
  readonly nome: string;
  readonly daGruppi?: AmbitiDaGruppi;
}

/** A creditor named twice: without units it is whole, whatever the other says. */
export const unionDomini = (ambiti: readonly AmbitoDomini[]): AmbitoDomini => {
  const uniti = new Map<string, readonly string[] | undefined>();
  for (const ambito of ambiti) {
    if (ambito === "*") return "*";
    for (const { idDominio, unitaOperative = [] } of ambito) {
      const gia = uniti.has(idDominio) ? uniti.get(idDominio) : [];
      uniti.set(idDominio, gia === undefined || unitaOperative.length === 0 ? undefined : [...new Set([...gia, ...unitaOperative])]);
    }
  }
  return [...uniti].map(([idDominio, unitaOperative]) => ({ idDominio, ...(unitaOperative && { unitaOperative }) }));
};

export const unionTipi = (ambiti: readonly AmbitoTipi[]): AmbitoTipi =>
  ambiti.includes("*") ? "*" : [...new Set(ambiti.flatMap((ambito) => (ambito === "*" ? [] : ambito)))];

const gruppiDi = (claims: Claims, claim: string): readonly string[] => {
  const valore = claims[claim];
  const lista: readonly unknown[] = Array.isArray(valore) ? valore : typeof valore === "string" ? valore.split(/[\s,]+/) : [];
  return lista.filter((gruppo) => typeof gruppo === "string").slice(0, 500);
};

/** Who the claims speak of: principal of the registry, name, and what its groups are worth. undefined when they name nobody. */
export const readPersona = (claims: Claims, provider: ProviderIdentita): Persona | undefined => {
  const soggetto = claims[provider.claimPrincipal];
  if (typeof soggetto !== "string" || soggetto === "" || soggetto.length > 4000) return undefined;
  const principal = `${provider.prefisso}${soggetto}`;
  const nome = claims[provider.claimNome];
  const noti = gruppiDi(claims, provider.claimGruppi).flatMap((gruppo) =>
    Object.hasOwn(provider.gruppi, gruppo) ? (provider.gruppi[gruppo] ?? []) : [],
  );
  return {
    principal,
    nome: typeof nome === "string" && nome !== "" ? nome.slice(0, 70) : principal,
    ...(noti.length > 0 && {
      daGruppi: {
        ruoli: [...new Set(noti.flatMap(({ ruoli }) => ruoli))],
        domini: unionDomini(noti.map(({ domini }) => domini)),
        tipiPendenza: unionTipi(noti.map(({ tipiPendenza }) => tipiPendenza)),
      },
    }),
  };
};
