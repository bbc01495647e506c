/** Keyed digests of tax codes: HMAC-SHA256, of which 144 bits are kept, under the number of their key (docs/privacy.md). */
import { createHmac } from "node:crypto";
import type { Impronte } from "../../ports/impronte.ts";

const BYTE = 18;

/** `chiavi`: by number of version. The highest writes. Without any the digest hides nothing: only for tests (runtime/config refuses it elsewhere). */
export const createImpronte = (chiavi: Readonly<Record<string, string>>): Impronte => {
  const versioni = Object.entries(chiavi).map(([versione, chiave]) => ({ versione: Number(versione), chiave }));
  const ordinate = versioni.length === 0 ? [{ versione: 0, chiave: "" }] : versioni.sort((a, b) => b.versione - a.versione);
  const read = (codiceFiscale: string): readonly string[] =>
    ordinate.map(({ versione, chiave }) => {
      const digest = createHmac("sha256", chiave).update(codiceFiscale.trim().toUpperCase()).digest();
      return `k${versione}.${digest.subarray(0, BYTE).toString("base64url")}`;
    });
  return { read, write: (codiceFiscale) => read(codiceFiscale)[0] ?? "" };
};

export const IMPRONTE_SENZA_CHIAVE = createImpronte({});
