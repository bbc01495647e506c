/** Identity headers of a proxy that has already recognised the caller (SPID, a federation): believed only from the proxy that the installation names. */
import { createHash, timingSafeEqual } from "node:crypto";
import { isStessoPrincipal } from "../../domain/anagrafiche/principale.ts";

export interface ConfigurazioneProxy {
  /** Header with the principal, in small letters. */
  readonly intestazione: string;
  /** Header with a secret that only the proxy knows, and the SHA-256 of it. */
  readonly segreto?: { readonly intestazione: string; readonly sha256: string };
  /** Subject of the certificate that the proxy shows to the gateway. */
  readonly certificato?: string;
}

const isSegreto = (dato: string, sha256: string): boolean =>
  timingSafeEqual(createHash("sha256").update(dato).digest(), Buffer.from(sha256, "hex"));

/** The principal that the proxy says, or undefined when it says none or is not that proxy. Everything that is configured must hold. */
export const readPrincipalDelProxy = (
  headers: Readonly<Record<string, string | undefined>>,
  soggetto: string | undefined,
  { intestazione, segreto, certificato }: ConfigurazioneProxy,
): string | undefined => {
  const principal = headers[intestazione]?.trim();
  if (!principal || (!segreto && !certificato)) return undefined;
  if (certificato && !(soggetto && isStessoPrincipal(soggetto, certificato))) return undefined;
  if (segreto && !isSegreto(headers[segreto.intestazione] ?? "", segreto.sha256)) return undefined;
  return principal;
};
