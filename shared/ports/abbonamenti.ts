/** How far the subscriptions have got and what they were told, as read; and the way out to the subscribers. */
import type { Abbonamento } from "../domain/abbonamenti/abbonamento.ts";
import type { Consegna, StatoConsegna, TentativoConsegna } from "../domain/abbonamenti/consegna.ts";
import type { Seguito } from "../domain/abbonamenti/seguito.ts";
import type { Annuncio } from "../domain/annunci/annuncio.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";

export type ChiaveAbbonamento = Pick<Seguito, "idDominio" | "idAbbonamento">;

export interface Abbonamenti {
  getSeguito(chiave: ChiaveAbbonamento): Promise<Seguito | undefined>;
  getSeguiti(chiavi: readonly ChiaveAbbonamento[]): Promise<readonly Seguito[]>;
  /** Raises its version: whoever holds it will look again. */
  ring(chiave: ChiaveAbbonamento): Promise<void>;
  /** Those known among these announcements (a request each 100). */
  getConsegne(chiave: ChiaveAbbonamento, annunci: readonly Pick<Annuncio, "id" | "oggetto">[]): Promise<readonly Consegna[]>;
  /** What was told of a debt, in order, all of it. */
  findConsegneDi(chiave: ChiaveAbbonamento, oggetto: string): Promise<readonly Consegna[]>;
  /** The newest first. */
  findConsegne(chiave: ChiaveAbbonamento, stato: StatoConsegna | undefined, pagina: RichiestaPagina): Promise<Pagina<Consegna>>;
  /** Written as they are, 25 a request: only whoever holds the subscription writes them. */
  putConsegne(consegne: readonly Consegna[]): Promise<void>;
  /** Subscriptions to look at by this instant. */
  findDovuti(entro: string, limite: number): Promise<readonly ChiaveAbbonamento[]>;
  /** How many stopped by themselves since then. */
  countFermi(da: string): Promise<number>;
}

export interface EsitoSpedizione {
  readonly tentativo: TentativoConsegna;
  /** Seconds asked by the subscriber. */
  readonly attesaSecondi?: number;
}

export interface Spedizione {
  /** Never throws for what the other side does. `idMessaggio` is the same at every attempt. */
  send(abbonamento: Abbonamento, idMessaggio: string, corpo: unknown): Promise<EsitoSpedizione>;
}
