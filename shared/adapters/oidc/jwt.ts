/** Signed tokens in compact form (RFC 7515, RFC 8725): taken apart under limits, and checked with a key whose kind the algorithm must fit. */
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from "node:crypto";
import type { Algoritmo, Claims } from "../../domain/accessi/provider.ts";

export interface Jwt {
  readonly alg: string;
  readonly kid: string | undefined;
  readonly claims: Claims;
  readonly firmato: Buffer;
  readonly firma: Buffer;
}

const MASSIMO_BYTE = 16_384;
const PARTE = /^[A-Za-z0-9_-]+$/;

export const isOggetto = (valore: unknown): valore is Readonly<Record<string, unknown>> =>
  typeof valore === "object" && valore !== null && !Array.isArray(valore);

const readParte = (parte: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const letto: unknown = JSON.parse(Buffer.from(parte, "base64url").toString("utf8"));
    return isOggetto(letto) ? letto : undefined;
  } catch {
    return undefined;
  }
};

/** undefined when it is not a signed token, or asks for extensions that we do not know (`crit`). */
export const readJwt = (testo: string): Jwt | undefined => {
  if (testo.length > MASSIMO_BYTE) return undefined;
  const parti = testo.split(".");
  const [intestazione = "", corpo = "", firma = ""] = parti;
  if (parti.length !== 3 || !parti.every((parte) => PARTE.test(parte))) return undefined;
  const header = readParte(intestazione);
  const claims = readParte(corpo);
  const { alg, kid, crit } = header ?? {};
  if (!claims || typeof alg !== "string" || crit !== undefined) return undefined;
  return {
    alg,
    kid: typeof kid === "string" ? kid : undefined,
    claims,
    firmato: Buffer.from(`${intestazione}.${corpo}`),
    firma: Buffer.from(firma, "base64url"),
  };
};

export interface ChiavePubblica {
  readonly kid: string | undefined;
  readonly chiave: KeyObject;
  /** `RSA` or the curve. */
  readonly tipo: string;
}

const BIT_MINIMI_RSA = 2048;

const TIPI: Readonly<Record<Algoritmo, string>> = {
  RS256: "RSA",
  RS384: "RSA",
  RS512: "RSA",
  PS256: "RSA",
  ES256: "P-256",
  ES384: "P-384",
};

/** A signing key of the public set; undefined for what is not one, or is too weak. */
export const readChiave = (jwk: unknown): ChiavePubblica | undefined => {
  if (!isOggetto(jwk) || (jwk["use"] !== undefined && jwk["use"] !== "sig")) return undefined;
  const { kty, kid, crv, n, e, x, y } = jwk;
  try {
    // Only the public parts are copied: nothing else of the document matters.
    const parti = kty === "RSA" ? { kty, n, e } : kty === "EC" ? { kty, crv, x, y } : undefined;
    if (!parti) return undefined;
    const chiave = createPublicKey({ key: parti as JsonWebKey, format: "jwk" });
    if (kty === "RSA" && (chiave.asymmetricKeyDetails?.modulusLength ?? 0) < BIT_MINIMI_RSA) return undefined;
    return { kid: typeof kid === "string" ? kid : undefined, chiave, tipo: kty === "RSA" ? "RSA" : String(crv) };
  } catch {
    return undefined;
  }
};

export const fitsAlgoritmo = ({ tipo }: ChiavePubblica, alg: Algoritmo): boolean => TIPI[alg] === tipo;

/** Whether the signature is of this key. The caller has checked that the algorithm is allowed and fits the key. */
export const isFirmaValida = ({ firmato, firma }: Jwt, alg: Algoritmo, { chiave }: ChiavePubblica): boolean => {
  const digest = `sha${alg.slice(2)}`;
  if (alg.startsWith("ES")) return verify(digest, firmato, { key: chiave, dsaEncoding: "ieee-p1363" }, firma);
  // 6 is RSA_PKCS1_PSS_PADDING, with the salt as long as the digest (RFC 7518 3.5).
  if (alg.startsWith("PS")) return verify(digest, firmato, { key: chiave, padding: 6, saltLength: 32 }, firma);
  return verify(digest, firmato, chiave, firma);
};
