/** Messages to citizens: what is read to decide and send them, and the channels by which they leave. */
import type { Pendenza } from "../domain/pendenze/pendenza.ts";
import type { Canale, Promemoria, Recapito, ScadenzaPromemoria } from "../domain/promemoria/promemoria.ts";
import type { Ricevuta } from "../domain/ricevute/ricevuta.ts";
import type { ChiavePosizione } from "./posizioni.ts";

export interface PosizioneComunicazioni {
  readonly pendenza?: Pendenza;
  readonly ricevute: readonly Ricevuta[];
  readonly promemoria: readonly Promemoria[];
}

export interface Comunicazioni {
  /** One request, strongly consistent. */
  getPosizione(chiave: ChiavePosizione): Promise<PosizioneComunicazioni>;
  /** Of one list, those whose time has come, the oldest first. */
  findScaduti(frammento: number, adesso: string, limite: number): Promise<readonly ScadenzaPromemoria[]>;
}

export interface Allegata {
  readonly nomeFile: string;
  readonly byte: Uint8Array;
  /** Absent = a PDF. */
  readonly tipo?: string;
}

/** A message ready to leave. */
export interface Busta {
  /** Of ours, always the same for the same arming of the same message. */
  readonly id: string;
  readonly email?: string;
  readonly pec?: string;
  readonly codiceFiscale: string;
  readonly oggetto: string;
  readonly testo: string;
  readonly mittente: string;
  readonly allegata?: Allegata;
  /** What App IO lets the citizen pay with a touch. `scadenza`: last instant. */
  readonly pagamento?: { readonly idDominio: string; readonly importo: bigint; readonly numeroAvviso: string; readonly scadenza?: string };
  /** The section of the installation that says how the channel is reached, and the key of the service of the creditor. */
  readonly impostazioni: Readonly<Record<string, unknown>>;
  readonly apiKey?: string;
}

/** `incerto`: it may have left, and nobody can tell. `irraggiungibile`: the citizen does not want, or cannot have, messages from here. */
export type EsitoCanale =
  | { readonly esito: "spedito"; readonly idMessaggio?: string }
  | { readonly esito: "riprova"; readonly dettaglio: string; readonly secondi?: number }
  | { readonly esito: "rifiutato" | "irraggiungibile" | "incerto"; readonly dettaglio: string };

export interface CanaleComunicazione {
  /** Never throws for what the other side does; no detail holds an address or a tax code. */
  send(busta: Busta): Promise<EsitoCanale>;
}

export interface DomandaEsito extends Pick<Busta, "codiceFiscale" | "impostazioni" | "apiKey"> {
  readonly idMessaggio: string;
}

/** `riprova`: nobody answered, or it is not known yet. No detail holds a tax code. */
export type EsitoMessaggio =
  | { readonly esito: "noto"; readonly stato: Recapito["stato"]; readonly letto?: boolean; readonly dettaglio?: string }
  | { readonly esito: "riprova"; readonly dettaglio: string };

/** A channel that can be asked what became of a message. */
export interface CanaleInterrogabile extends CanaleComunicazione {
  findEsito(domanda: DomandaEsito): Promise<EsitoMessaggio>;
}

export type CanaliComunicazione = Readonly<Record<Canale, CanaleComunicazione>>;
