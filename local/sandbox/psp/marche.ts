/** The digital stamps that the PSPs sell to citizens (pagopa.md 4.8): each with a number of its own, signed, and forged when it was asked for. */
import { createFirmaBolli } from "../comune/firma.ts";
import type { Contesto } from "../contesto.ts";
import { marcaDaBollo } from "../nodo/buste.ts";
import type { Psp } from "./psp.ts";

export interface RichiestaMarca {
  readonly psp: Psp;
  /** Cents. */
  readonly importo: bigint;
  /** Digest of the document, base64. */
  readonly impronta: string;
  /** Milliseconds since the epoch. */
  readonly acquistataIl: number;
}

/** Gives the stamp as it travels in a receipt: base64 of its XML. */
export type CompraMarca = (richiesta: RichiestaMarca) => string;

export const createMarche = ({ archivio, guasti }: Contesto): CompraMarca => {
  const firma = createFirmaBolli(archivio);
  return (richiesta) => {
    const falsa = guasti.takeSpeciale("contraffatto", "psp", "marca") !== undefined;
    const iubd = `0${archivio.next("iubd").toString().padStart(13, "0")}`;
    return marcaDaBollo({ ...richiesta, iubd }, firma(falsa));
  };
};
