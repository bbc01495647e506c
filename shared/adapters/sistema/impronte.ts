/** Digests of secrets that are random and long: no slow hash is needed, only a comparison that tells nothing by its time. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { ImpronteSegrete } from "../../ports/tracciati-notifica.ts";

export const digestSegreto = (segreto: string): string => createHash("sha256").update(segreto).digest("hex");

export const impronteSegrete: ImpronteSegrete = {
  matches: (segreto, impronta) => {
    const attesa = Buffer.from(impronta, "hex");
    const trovata = Buffer.from(digestSegreto(segreto), "hex");
    return attesa.length === trovata.length && timingSafeEqual(attesa, trovata);
  },
};
