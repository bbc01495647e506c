/** Reads of the files on money to decide about. */
import type { Fascicolo } from "../domain/fascicoli/fascicolo.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { AmbitiUnita, FiltriPerDominio, Posizione } from "./posizioni.ts";

export interface ChiaveFascicolo {
  readonly idDominio: string;
  readonly id: string;
}

export interface FiltriFascicoli extends FiltriPerDominio {
  readonly stato?: string;
  readonly motivo?: string;
  readonly assegnatario?: string;
  /** Only those with something still to do. */
  readonly daLavorare: boolean;
  readonly tipiPendenza: "*" | readonly string[];
  readonly ambiti?: AmbitiUnita;
}

export interface Fascicoli {
  get(chiave: ChiaveFascicolo): Promise<Fascicolo | undefined>;
  /** With the payment code that it is about: one request. */
  getConPosizione(chiave: ChiaveFascicolo): Promise<{ readonly fascicolo: Fascicolo; readonly posizione: Posizione } | undefined>;
  find(filtri: FiltriFascicoli, pagina: RichiestaPagina): Promise<Pagina<Fascicolo>>;
}
