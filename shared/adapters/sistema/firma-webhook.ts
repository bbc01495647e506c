/**
 * Signatures of a message to a subscriber: HMAC-SHA256 over id, instant and body (Standard Webhooks), one for each key in use; and the integrity of the Italian
 * interoperability model (ModI, INTEGRITY_REST_01), with the certificate of this installation.
 */
import { createHash, createHmac, createPrivateKey, sign } from "node:crypto";
import { type Esito, ko, ok } from "../../domain/esito.ts";

export const PREFISSO_CHIAVE = "whsec_";

/** @param secondi since 1970. @param chiavi as they are shown: prefix and base64. */
export const signWebhook = (id: string, secondi: number, corpo: string, chiavi: readonly string[]): string =>
  chiavi
    .map((chiave) => Buffer.from(chiave.slice(PREFISSO_CHIAVE.length), "base64"))
    .map((chiave) => `v1,${createHmac("sha256", chiave).update(`${id}.${secondi}.${corpo}`).digest("base64")}`)
    .join(" ");

const CERTIFICATI = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g;
const CHIAVE = /-----BEGIN (?:EC |RSA )?PRIVATE KEY-----[^-]+-----END (?:EC |RSA )?PRIVATE KEY-----/;
const VALIDITA_SECONDI = 300;

const encode = (valore: unknown): string => Buffer.from(JSON.stringify(valore)).toString("base64url");

export const digestDi = (corpo: string): string => `SHA-256=${createHash("sha256").update(corpo).digest("base64")}`;

/** @param pem certificate with its chain and private key (RSA, or EC on P-256). Errors: what the secret lacks. */
export const signModi = (
  pem: string,
  { corpo, tipo, id, secondi, destinatario }: { corpo: string; tipo: string; id: string; secondi: number; destinatario: string },
): Esito<string> => {
  const x5c = [...pem.matchAll(CERTIFICATI)].map(([, base64 = ""]) => base64.replace(/\s/g, ""));
  const testo = CHIAVE.exec(pem)?.[0];
  if (x5c.length === 0 || testo === undefined) return ko("il segreto della firma non contiene certificato e chiave privata in PEM");
  const chiave = createPrivateKey(testo);
  const ec = chiave.asymmetricKeyType === "ec";
  const intestazione = encode({ alg: ec ? "ES256" : "RS256", typ: "JWT", x5c });
  const signed_headers = [{ digest: digestDi(corpo) }, { "content-type": tipo }];
  const contenuto = encode({ aud: destinatario, iat: secondi, nbf: secondi, exp: secondi + VALIDITA_SECONDI, jti: id, signed_headers });
  const firma = sign("sha256", Buffer.from(`${intestazione}.${contenuto}`), {
    key: chiave,
    ...(ec && { dsaEncoding: "ieee-p1363" as const }),
  });
  return ok(`${intestazione}.${contenuto}.${firma.toString("base64url")}`);
};
