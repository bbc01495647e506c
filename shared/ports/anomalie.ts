/** Reads of the anomalies, of their rules and of the summaries. Writes go through the unit of work. */
import type { Anomalia, VoceAnomalia } from "../domain/anomalie/anomalia.ts";
import type { Instradamento } from "../domain/anomalie/instradamento.ts";
import type { Riepilogo, SegnalibroRiepilogo } from "../domain/anomalie/riepilogo.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { AmbitiUnita, FiltriPerDominio } from "./posizioni.ts";

export interface ChiaveAnomalia {
  readonly idDominio: string;
  readonly id: string;
}

export interface FiltriAnomalie extends Omit<FiltriPerDominio, "iuv"> {
  readonly stato?: string;
  readonly codice?: string;
  readonly coda?: string;
  readonly assegnatario?: string;
  readonly soggetto?: string;
  /** Days: due by; not hidden after this one. */
  readonly scadenzaEntro?: string;
  readonly visibiliAl?: string;
  /** Lower case: anywhere in what identifies or describes it. */
  readonly testo?: string;
  readonly tipiPendenza: "*" | readonly string[];
  readonly ambiti?: AmbitiUnita;
}

export interface Anomalie {
  get(chiave: ChiaveAnomalia): Promise<Anomalia | undefined>;
  /** All those of a subject (`idSoggetto`): one request. */
  findDiSoggetto(idDominio: string, idSoggetto: string): Promise<readonly Anomalia[]>;
  /** With its history, oldest first: one request (two when the history is long). */
  getConStoria(chiave: ChiaveAnomalia): Promise<{ readonly anomalia: Anomalia; readonly storia: readonly VoceAnomalia[] } | undefined>;
  find(filtri: FiltriAnomalie, pagina: RichiestaPagina): Promise<Pagina<Anomalia>>;
  getInstradamento(idDominio: string): Promise<Instradamento | undefined>;
  /** Those of the creditors that want summaries, in pages. */
  findConRiepiloghi(pagina: RichiestaPagina): Promise<Pagina<Instradamento>>;
  getSegnalibro(idDominio: string, coda: string): Promise<SegnalibroRiepilogo | undefined>;
  getRiepilogo(chiave: ChiaveAnomalia & { readonly coda: string }): Promise<Riepilogo | undefined>;
  findRiepiloghi(filtri: Omit<FiltriPerDominio, "iuv"> & { readonly coda?: string }, pagina: RichiestaPagina): Promise<Pagina<Riepilogo>>;
}
