/** The digest of an item of the journal, the same whether it comes from the stream or from the table: keys in order, bytes in base64. */
import { createHash } from "node:crypto";

const canonical = (valore: unknown): unknown => {
  if (valore instanceof Uint8Array) return { base64: Buffer.from(valore).toString("base64") };
  if (Array.isArray(valore)) return valore.map(canonical);
  if (typeof valore !== "object" || valore === null) return valore;
  return Object.fromEntries(
    Object.entries(valore)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([campo, contenuto]) => [campo, canonical(contenuto)]),
  );
};

export const sha256 = (testo: string | Uint8Array): string => createHash("sha256").update(testo).digest("hex");

/** SHA-256 of the whole item, index attributes included. */
export const digestElemento = (elemento: object): string => sha256(JSON.stringify(canonical(elemento)));
