/** Originals with gzip and SHA-256: an XML of receipts shrinks to a fifth, and the digest proves years later that it is the one received. */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { decodeTesto, encodeTesto } from "../../domain/valori/codifica.ts";
import type { Codifica } from "../../domain/valori/codifiche.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { Originale, Originali } from "../../ports/originali.ts";

/** Above this the item gives way to the bucket (docs/data-model.md). Base64 characters. */
const INLINE_MASSIMO = 100_000;
/** What a compressed text may grow to: the limit of a receipt's body with room to spare. */
const TESTO_MASSIMO = 16 * 1024 * 1024;

const digestDi = (byte: Uint8Array): string => createHash("sha256").update(byte).digest("hex");
const isGzip = (byte: Uint8Array): boolean => byte[0] === 0x1f && byte[1] === 0x8b;
const decompress = (byte: Uint8Array): Uint8Array => (isGzip(byte) ? gunzipSync(byte, { maxOutputLength: TESTO_MASSIMO }) : byte);

export class OriginaliCompressi implements Originali {
  readonly #documenti: Documenti;

  constructor(documenti: Documenti) {
    this.#documenti = documenti;
  }

  async keep(testo: string, chiave: string, codifica: Codifica = "UTF-8"): Promise<Originale> {
    const byte = encodeTesto({ testo, codifica });
    const come = codifica === "UTF-8" ? {} : { codifica };
    const digest = digestDi(byte);
    const compresso = gzipSync(byte);
    const gzip = compresso.toString("base64");
    if (gzip.length <= INLINE_MASSIMO) return { gzip, digest, ...come };
    await this.#documenti.put(chiave, compresso, "application/gzip");
    return { chiave, digest, ...come };
  }

  async read({ gzip, chiave, digest, codifica }: Originale): Promise<string | undefined> {
    const conservato =
      gzip !== undefined ? Buffer.from(gzip, "base64") : chiave === undefined ? undefined : await this.#documenti.get(chiave);
    if (conservato === undefined) return undefined;
    const byte = decompress(conservato);
    if (digestDi(byte) !== digest) throw new Error(`l'originale ${chiave ?? "nell'elemento"} non corrisponde alla sua impronta`);
    if (codifica === undefined) return Buffer.from(byte).toString("utf8");
    const letto = decodeTesto(byte, `text/xml; charset=${codifica}`);
    if (!letto.ok) throw new Error(`l'originale ${chiave ?? "nell'elemento"}: ${letto.errore}`);
    return letto.valore.testo;
  }
}
