/** Originals of the messages exchanged with pagoPA, kept byte for byte: inside the item when small once compressed, else in the document bucket. */
import type { Ricevuta } from "../domain/ricevute/ricevuta.ts";

export type Originale = Ricevuta["originale"];

export interface Originali {
  /** Keeps a text; `chiave` is its name in the bucket if it has to go there. Writing the same again is harmless. */
  keep(testo: string, chiave: string): Promise<Originale>;
  /** The text as it came; undefined when the bucket no longer has it. Throws when it is not what the digest says. */
  read(originale: Originale): Promise<string | undefined>;
}
