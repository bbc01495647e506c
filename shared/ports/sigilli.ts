/** Segments and seals of the journal: written once, in the table and, out of reach of who may write the table, in the bucket of the seals. */
import type { Segmento, Sigillo, VoceSegmento } from "../domain/giornale/sigilli.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";

/** The manifest of a segment as the bucket keeps it. */
export interface Manifesto {
  readonly testo: string;
  readonly voci: readonly VoceSegmento[];
}

export interface ChiaveEvento {
  readonly pk: string;
  readonly sk: string;
}

export interface Sigilli {
  /** SHA-256, hexadecimal. */
  impronta(testo: string): string;
  /** Idempotent: the same segment written twice is there once. */
  addSegmento(segmento: Segmento, manifesto: string): Promise<void>;
  /** All those of a day, in order. */
  findSegmenti(giorno: string): Promise<readonly Segmento[]>;
  /** At least one segment was sealed that day. */
  hasSegmenti(giorno: string): Promise<boolean>;
  /** undefined: the bucket does not have it, or it cannot be read. */
  readManifesto(segmento: Segmento): Promise<Manifesto | undefined>;
  /** The copy of the bucket first, then the item. Who comes second changes nothing. */
  addSigillo(sigillo: Sigillo): Promise<void>;
  getSigillo(giorno: string): Promise<Sigillo | undefined>;
  /** The copy of the bucket. */
  readSigillo(giorno: string): Promise<Sigillo | undefined>;
  lastSigillo(): Promise<Sigillo | undefined>;
  findSigilli(pagina: RichiestaPagina, ordine: "asc" | "desc"): Promise<Pagina<Sigillo>>;
  /** Digests of the entries as they are now, by `pk sk`; those that are not there are left out. */
  digestEventi(chiavi: readonly ChiaveEvento[]): Promise<ReadonlyMap<string, string>>;
  /** How many entries of a list have an instant in the interval, ends included. */
  countEventi(elenco: string, da: string, a: string): Promise<number>;
}
