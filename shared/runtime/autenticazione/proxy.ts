/** Identity headers of a proxy that has already recognised the caller (SPID, a federation): believed only from the proxy that the installation names. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Cittadino } from "../../domain/accessi/cittadino.ts";
import { isStessoPrincipal } from "../../domain/anagrafiche/principale.ts";

export interface ConfigurazioneProxy {
  /** Header with the principal, in small letters. */
  readonly intestazione: string;
  /** Header with a secret that only the proxy knows, and the SHA-256 of it. */
  readonly segreto?: { readonly intestazione: string; readonly sha256: string };
  /** Subject of the certificate that the proxy shows to the gateway. */
  readonly certificato?: string;
  /** Headers with the citizen that the proxy recognised; absent = it recognises none. */
  readonly cittadino?: Readonly<Partial<Record<"nome" | "cognome" | "email", string>>> & { readonly codiceFiscale: string };
}

const isSegreto = (dato: string, sha256: string): boolean =>
  timingSafeEqual(createHash("sha256").update(dato).digest(), Buffer.from(sha256, "hex"));

type Headers = Readonly<Record<string, string | undefined>>;

/** Whether the request comes from that proxy: everything that is configured must hold, and something must be. */
const isDelProxy = (
  headers: Headers,
  soggetto: string | undefined,
  { segreto, certificato }: Pick<ConfigurazioneProxy, "segreto" | "certificato">,
): boolean => {
  if (!segreto && !certificato) return false;
  if (certificato && !(soggetto && isStessoPrincipal(soggetto, certificato))) return false;
  return !segreto || isSegreto(headers[segreto.intestazione] ?? "", segreto.sha256);
};

const CODICE_FISCALE = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;

/** The citizen that the proxy says, without companies: for those a provider is needed that states them. */
export const readCittadinoDelProxy = (
  headers: Headers,
  soggetto: string | undefined,
  configurazione: ConfigurazioneProxy,
): Cittadino | undefined => {
  const { cittadino } = configurazione;
  if (!cittadino || !isDelProxy(headers, soggetto, configurazione)) return undefined;
  const codiceFiscale = (headers[cittadino.codiceFiscale] ?? "")
    .trim()
    .toUpperCase()
    .replace(/^TINIT-/, "");
  if (!CODICE_FISCALE.test(codiceFiscale)) return undefined;
  const campi = (["nome", "cognome", "email"] as const).flatMap((campo) => {
    const valore = headers[cittadino[campo] ?? ""]?.trim().slice(0, 255);
    return valore ? [[campo, valore] as const] : [];
  });
  return { codiceFiscale, ...Object.fromEntries(campi), deleghe: [], provider: "proxy" };
};

/** The principal that the proxy says, or undefined when it says none or is not that proxy. */
export const readPrincipalDelProxy = (
  headers: Headers,
  soggetto: string | undefined,
  configurazione: ConfigurazioneProxy,
): string | undefined => {
  const principal = headers[configurazione.intestazione]?.trim();
  return principal && isDelProxy(headers, soggetto, configurazione) ? principal : undefined;
};
