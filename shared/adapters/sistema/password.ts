/** Password hashes: scrypt, `scrypt$N$r$p$salt$hash` (base64url). */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

const N = 16_384;
const R = 8;
const P = 1;
const LUNGHEZZA = 32;

const derive = (password: string, salt: Buffer, n: number, r: number, p: number, lunghezza: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, lunghezza, { N: n, r, p, maxmem: 256 * 1024 * 1024 }, (errore, chiave) =>
      errore ? reject(errore) : resolve(chiave),
    );
  });

export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const chiave = await derive(password, salt, N, R, P, LUNGHEZZA);
  return ["scrypt", N, R, P, salt.toString("base64url"), chiave.toString("base64url")].join("$");
};

export const verifyPassword = async (password: string, hash: string): Promise<boolean> => {
  const [schema, n, r, p, salt, atteso] = hash.split("$");
  if (schema !== "scrypt" || !salt || !atteso) return false;
  const chiaveAttesa = Buffer.from(atteso, "base64url");
  const chiave = await derive(password, Buffer.from(salt, "base64url"), Number(n), Number(r), Number(p), chiaveAttesa.length);
  return timingSafeEqual(chiave, chiaveAttesa);
};
