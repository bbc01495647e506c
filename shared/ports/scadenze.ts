/** What tells when a certificate ends, and where the last check is kept. */
import type { Esito } from "../domain/esito.ts";
import type { ControlloScadenze } from "../domain/scadenze/scadenza.ts";

export interface Certificato {
  readonly soggetto: string;
  /** Last instant of validity. */
  readonly scade: string;
}

export interface Certificati {
  /** The certificate that a service shows. The error says, in Italian, why it could not be seen. */
  ofServizio(host: string, porta: number): Promise<Esito<Certificato>>;
  ofPem(pem: string): Esito<Certificato>;
}

export interface ArchivioScadenze {
  /** Replaces what the check before found. */
  save(controllo: ControlloScadenze): Promise<void>;
  /** undefined = no check yet. */
  get(): Promise<ControlloScadenze | undefined>;
}
