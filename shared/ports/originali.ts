/** Originals of the messages exchanged with pagoPA, kept byte for byte: inside the item when small once compressed, else in the document bucket. */
import type { Ricevuta } from "../domain/ricevute/ricevuta.ts";
import type { Codifica } from "../domain/valori/codifiche.ts";

export type Originale = Ricevuta["originale"];

export interface Originali {
  /** Keeps the bytes of a text; `chiave` is their name in the bucket if they have to go there. Writing the same again is harmless. */
  keep(testo: string, chiave: string, codifica?: Codifica): Promise<Originale>;
  /** The text as it came; undefined when the bucket no longer has it. Throws when it is not what the digest says. */
  read(originale: Originale): Promise<string | undefined>;
}
