/** Keys derived from the installation's one secret, each for its own purpose, so that none can be used in the place of another. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Cifra } from "../../ports/accessi.ts";

const LUNGHEZZA_CHIAVE = 32;
const LUNGHEZZA_NONCE = 12;
const LUNGHEZZA_SIGILLO = 16;

/** `scopo` separates the keys: what is sealed for one purpose does not open for another. */
export const deriveChiave = (chiave: string | Buffer, scopo: string): Buffer =>
  Buffer.from(hkdfSync("sha256", chiave, "fiorino", scopo, LUNGHEZZA_CHIAVE));

/** AES-256-GCM and HMAC-SHA-256 under keys of `scopo`. */
export const createCifra = (chiave: string | Buffer, scopo: string): Cifra => {
  const perSigillo = deriveChiave(chiave, `${scopo}/sigillo`);
  const perDigest = deriveChiave(chiave, `${scopo}/digest`);
  return {
    random: (byte) => randomBytes(byte).toString("base64url"),
    seal: (testo) => {
      const nonce = randomBytes(LUNGHEZZA_NONCE);
      const cifrario = createCipheriv("aes-256-gcm", perSigillo, nonce);
      const cifrato = Buffer.concat([cifrario.update(testo, "utf8"), cifrario.final()]);
      return Buffer.concat([nonce, cifrario.getAuthTag(), cifrato]).toString("base64url");
    },
    open: (sigillato) => {
      const byte = Buffer.from(sigillato, "base64url");
      if (byte.length < LUNGHEZZA_NONCE + LUNGHEZZA_SIGILLO) return undefined;
      try {
        const decifrario = createDecipheriv("aes-256-gcm", perSigillo, byte.subarray(0, LUNGHEZZA_NONCE), {
          authTagLength: LUNGHEZZA_SIGILLO,
        });
        decifrario.setAuthTag(byte.subarray(LUNGHEZZA_NONCE, LUNGHEZZA_NONCE + LUNGHEZZA_SIGILLO));
        const chiaro = Buffer.concat([decifrario.update(byte.subarray(LUNGHEZZA_NONCE + LUNGHEZZA_SIGILLO)), decifrario.final()]);
        return chiaro.toString("utf8");
      } catch {
        return undefined;
      }
    },
    digest: (testo) => createHmac("sha256", perDigest).update(testo).digest("base64url"),
  };
};
