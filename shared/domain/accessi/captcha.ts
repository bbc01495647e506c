/** How an anonymous caller shows not to be a program (section `hardening` of the configuration): a challenge of our own, or the service that somebody configured. */
import type { ValoreSezione } from "../configurazione/sezioni.ts";

export interface CaptchaEsterno {
  readonly serverURL: string;
  readonly siteKey: string;
  readonly secretKey: string;
  /** Least score, where the service gives one. */
  readonly soglia: number;
  readonly stile: "SITEVERIFY" | "FRIENDLY";
  /** What to do when the service does not answer: refuse, or let through. */
  readonly denyOnFail: boolean;
  readonly timeoutMillisecondi: number;
}

export type ModoCaptcha =
  | { readonly tipo: "NESSUNO" }
  | { readonly tipo: "FIORINO"; readonly difficolta: number }
  | { readonly tipo: "ESTERNO"; readonly servizio: CaptchaEsterno };

/** About 65,000 digests: less than a second of a telephone, and no image, sound or third party. */
const DIFFICOLTA_PREDEFINITA = 16;
/** Nobody at a page waits longer, whatever was written. */
const ATTESA_MASSIMA_MILLISECONDI = 5_000;

interface Scritta {
  readonly abilitato?: boolean;
  readonly captcha?: (Partial<CaptchaEsterno> & { readonly connectionTimeout?: number; readonly readTimeout?: number }) | null;
  readonly sfida?: { readonly difficolta: number } | null;
}

/** The section as it holds; its form was checked when it was written. */
export const readCaptcha = (sezione: ValoreSezione): ModoCaptcha => {
  const { abilitato, captcha, sfida } = sezione as Scritta;
  if (!abilitato) return { tipo: "NESSUNO" };
  if (!captcha) return { tipo: "FIORINO", difficolta: sfida?.difficolta ?? DIFFICOLTA_PREDEFINITA };
  const { serverURL = "", siteKey = "", secretKey = "", soglia = 1, stile = "SITEVERIFY", denyOnFail = true } = captcha;
  const tempo = (captcha.connectionTimeout ?? 0) + (captcha.readTimeout ?? 0);
  return {
    tipo: "ESTERNO",
    servizio: {
      ...{ serverURL, siteKey, secretKey, soglia, stile, denyOnFail },
      timeoutMillisecondi: Math.min(ATTESA_MASSIMA_MILLISECONDI, tempo || ATTESA_MASSIMA_MILLISECONDI),
    },
  };
};

/** Zero bits at the beginning of a digest. */
export const bitAZero = (digest: Uint8Array): number => {
  let bit = 0;
  for (const byte of digest) {
    if (byte !== 0) return bit + Math.clz32(byte) - 24;
    bit += 8;
  }
  return bit;
};
