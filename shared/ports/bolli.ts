/** Digital stamps: reading of the attachment with its signature checked, and where a stamp's number was seen before. */
import type { Esito } from "../domain/esito.ts";
import type { BolloLetto } from "../domain/ricevute/bolli.ts";

export interface LettoreBolli {
  /**
   * The stamp in an attachment (base64), or why it is not one (Italian sentence). A bad signature, and one that none of the issuers answers for, are part of
   * the answer. @param emittenti trusted certificates, in PEM.
   */
  read(allegato: string, emittenti: readonly string[]): Esito<BolloLetto>;
}

/** What the registration of a receipt needs, only when there is a stamp. */
export interface Bolli {
  load(): Promise<LettoreBolli>;
  /** Certificates (PEM) of the issuers that the installation trusts. */
  getEmittenti(): Promise<readonly string[]>;
  /** Receipt and transfer that used that number; undefined when it is new. */
  findUso(iubd: string): Promise<string | undefined>;
}
