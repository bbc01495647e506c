/** One-time codes of an authenticator: RFC 6238 over HMAC-SHA-1, six digits, thirty seconds, as every authenticator expects. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { CodiciTemporanei } from "../../ports/accessi.ts";

const ALFABETO = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const INTERVALLO_SECONDI = 30;
const CIFRE = 6;
/** The clock of a telephone may be an interval behind or ahead (RFC 6238 5.2). */
const SCARTO = 1;
const BYTE_SEGRETO = 20;
const EMITTENTE = "Fiorino";

export const toBase32 = (byte: Uint8Array): string => {
  const bit = [...byte].map((b) => b.toString(2).padStart(8, "0")).join("");
  return (bit.match(/.{1,5}/g) ?? []).map((cinque) => ALFABETO.charAt(Number.parseInt(cinque.padEnd(5, "0"), 2))).join("");
};

const fromBase32 = (testo: string): Buffer => {
  const bit = [...testo].map((carattere) => Math.max(0, ALFABETO.indexOf(carattere)).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bit.match(/.{8}/g) ?? []).map((otto) => Number.parseInt(otto, 2)));
};

/** The code of an interval (RFC 4226 5.3). */
export const codiceDi = (segreto: string, passo: number): string => {
  const contatore = Buffer.alloc(8);
  contatore.writeBigUInt64BE(BigInt(passo));
  const hmac = createHmac("sha1", fromBase32(segreto)).update(contatore).digest();
  const inizio = (hmac.at(-1) ?? 0) & 0x0f;
  const numero = hmac.readUInt32BE(inizio) & 0x7f_ff_ff_ff;
  return String(numero % 10 ** CIFRE).padStart(CIFRE, "0");
};

export const codiciTotp: CodiciTemporanei = {
  createSegreto: () => toBase32(randomBytes(BYTE_SEGRETO)),
  describeUri: (segreto, titolare) =>
    `otpauth://totp/${EMITTENTE}:${encodeURIComponent(titolare)}?secret=${segreto}&issuer=${EMITTENTE}&algorithm=SHA1&digits=${CIFRE}&period=${INTERVALLO_SECONDI}`,
  check: (segreto, codice, adesso, dopo) => {
    if (!/^\d{6}$/.test(codice)) return undefined;
    const presente = Math.floor(Date.parse(adesso) / 1000 / INTERVALLO_SECONDI);
    const candidati = Array.from({ length: 2 * SCARTO + 1 }, (_, i) => presente - SCARTO + i);
    // All of them are computed, so that the time taken does not tell which one was near.
    const giusti = candidati.filter((passo) => timingSafeEqual(Buffer.from(codiceDi(segreto, passo)), Buffer.from(codice)));
    return giusti.find((passo) => passo > dopo);
  },
};
