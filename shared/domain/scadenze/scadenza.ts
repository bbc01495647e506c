/** What the connection to pagoPA hangs from and one day ends: certificates and keys, watched so that nobody finds out from a payment that failed (pagopa.md 3.6). */
import { addGiorni } from "../valori/date.ts";

export const TIPI_SCADENZA = ["CERTIFICATO_SERVIZIO", "CERTIFICATO_NODO", "EMITTENTE_BOLLI", "SEGRETO"] as const;
export type TipoScadenza = (typeof TIPI_SCADENZA)[number];

/** A certificate or key as the last check saw it. */
export interface Scadenza {
  readonly tipo: TipoScadenza;
  /** Host and port, subject of the certificate, name of the secret. */
  readonly oggetto: string;
  /** Who depends on it: connectors of intermediaries, applications, the installation. */
  readonly usatoDa: readonly string[];
  /** Last day of validity; absent = not known. */
  readonly scade?: string;
  /** Why it is not known, or what else was seen. */
  readonly dettaglio?: string;
}

/** One check looks at everything: its result is replaced as a whole. */
export interface ControlloScadenze {
  readonly eseguitoAlle: string;
  readonly scadenze: readonly Scadenza[];
}

export const STATI_SCADENZA = ["VALIDA", "IN_SCADENZA", "SCADUTA", "NON_VERIFICABILE", "SENZA_SCADENZA"] as const;
export type StatoScadenza = (typeof STATI_SCADENZA)[number];

/** A certificate takes days to be issued and announced, a key a request to pagoPA: a month leaves time for both. */
export const PREAVVISO_GIORNI = 30;

/** As of a day in Europe/Rome. Without a date: a secret that nobody dated has none, a certificate that could not be read is a problem. */
export const statoScadenza = ({ tipo, scade, dettaglio }: Scadenza, oggi: string): StatoScadenza => {
  if (scade === undefined) return tipo === "SEGRETO" && dettaglio === undefined ? "SENZA_SCADENZA" : "NON_VERIFICABILE";
  if (scade < oggi) return "SCADUTA";
  return scade <= addGiorni(oggi, PREAVVISO_GIORNI) ? "IN_SCADENZA" : "VALIDA";
};

const MILLISECONDI_AL_GIORNO = 86_400_000;

/** Days left; negative when it is over. */
export const giorniRimanenti = (scade: string, oggi: string): number =>
  Math.round((Date.parse(scade) - Date.parse(oggi)) / MILLISECONDI_AL_GIORNO);
