/**
 * What the provider of certified mail tells of a message (technical rules of certified mail, DM 2 November 2005): which receipt it is, and which message of ours it
 * is about. The names are those of the rules.
 */
import type { Recapito, RichiestaInvio } from "./promemoria.ts";

/** Of the person who gave the mail, and of the provider: those that change something, and those that are only news. */
export const TIPI_RICEVUTA_PEC = [
  "accettazione",
  "non-accettazione",
  "presa-in-carico",
  "avvenuta-consegna",
  "errore-consegna",
  "preavviso-errore-consegna",
  "rilevazione-virus",
] as const;
export type TipoRicevutaPec = (typeof TIPI_RICEVUTA_PEC)[number];

export interface RicevutaPec {
  readonly tipo: TipoRicevutaPec;
  /** `nessuno`, `no-dest`, `no-dominio`, `virus`, `altro`. */
  readonly errore: string;
  /** Message-ID of the message it is about, without brackets. */
  readonly idMessaggio: string;
  /** Name that the provider gave it. */
  readonly identificativo: string;
  /** Instant. */
  readonly data: string;
}

const PREFISSO = "fiorino.";
const RIFERIMENTO = /^(\d{11})\.([^.]+)\.(.+)\.(\d{1,6})$/;

/** Left side of the Message-ID of a message of ours: letters, digits and dots, whatever the name of the message holds. @param id of the envelope. */
export const idMessaggioPec = (id: string): string =>
  `${PREFISSO}${[...new TextEncoder().encode(id)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;

/** Which message, and which arming of it; undefined when it was not written here. */
export const readIdMessaggioPec = (idMessaggio: string): RichiestaInvio | undefined => {
  const [sinistra = ""] = idMessaggio.split("@");
  const cifre = sinistra.startsWith(PREFISSO) ? sinistra.slice(PREFISSO.length) : "";
  if (!/^(?:[0-9a-f]{2}){1,200}$/.test(cifre)) return undefined;
  const byte = Uint8Array.from(cifre.match(/../g) ?? [], (due) => Number.parseInt(due, 16));
  const [, idDominio, iuv, id, giro] = RIFERIMENTO.exec(new TextDecoder().decode(byte)) ?? [];
  if (idDominio === undefined || iuv === undefined || id === undefined) return undefined;
  return { idDominio, iuv, id, giro: Number(giro) };
};

/** What it makes of the message; undefined for what is only news. */
export const recapitoDi = ({ tipo, data }: RicevutaPec): Recapito | undefined => {
  switch (tipo) {
    case "accettazione":
      return { stato: "ACCETTATO", data };
    case "avvenuta-consegna":
      return { stato: "RECAPITATO", data };
    case "non-accettazione":
    case "errore-consegna":
    case "rilevazione-virus":
      return { stato: "NON_RECAPITATO", data };
    case "presa-in-carico":
    case "preavviso-errore-consegna":
      return undefined;
  }
};

/** In words; the text of the provider is not taken, since it may hold addresses. */
export const describeRicevutaPec = ({ tipo, errore }: RicevutaPec): string =>
  `PEC: ${tipo}${errore === "nessuno" ? "" : ` (${["no-dest", "no-dominio", "virus"].includes(errore) ? errore : "altro"})`}`;
