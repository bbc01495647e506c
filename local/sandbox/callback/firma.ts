/** Signatures of webhooks as whoever receives them checks them (docs/integrazione/webhook.md). Written apart from the gateway's own, so that one mistake cannot hide another. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { EsitoFirma } from "./diario.ts";

const PREFISSO = "whsec_";
const TOLLERANZA_SECONDI = 300;

export interface Firmato {
  readonly id: string | undefined;
  readonly istante: string | undefined;
  /** All the signatures, separated by spaces. */
  readonly firme: string | undefined;
  readonly corpo: string;
}

const isUguale = (una: Buffer, altra: Buffer): boolean => una.length === altra.length && timingSafeEqual(una, altra);

/** @param adesso milliseconds since the epoch. @param segreti as the gateway shows them; one that fits is enough. */
export const checkFirma = ({ id, istante, firme, corpo }: Firmato, segreti: readonly string[], adesso: number): EsitoFirma => {
  if (id === undefined || istante === undefined || firme === undefined) return "ASSENTE";
  if (segreti.length === 0) return "SEGRETO_SCONOSCIUTO";
  const date = firme.split(" ").flatMap((firma) => (firma.startsWith("v1,") ? [Buffer.from(firma.slice(3), "base64")] : []));
  const giusta = segreti.some((segreto) => {
    const chiave = Buffer.from(segreto.slice(PREFISSO.length), "base64");
    const attesa = createHmac("sha256", chiave).update(`${id}.${istante}.${corpo}`).digest();
    return date.some((data) => isUguale(data, attesa));
  });
  if (!giusta) return "NON_VALIDA";
  return Math.abs(adesso / 1000 - Number(istante)) > TOLLERANZA_SECONDI ? "TROPPO_VECCHIA" : "VALIDA";
};
